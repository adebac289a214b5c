package io.tidemark.analytics.insight.timing;

import io.tidemark.analytics.insight.Controls;

/// Posts of one account as the model of posting times sees them, one entry of every array for each.
///
/// @param minutes minute of the week of publication, from Monday 0 o'clock
/// @param responses what the post reached, as a logarithm
/// @param weights from 0 to 1: less than 1 where the response is still uncertain
record TimingSample(int[] minutes, Controls controls, double[] responses, double[] weights) {
    int size() {
        return responses.length;
    }

    TimingSample withResponses(double[] others) {
        return new TimingSample(minutes, controls, others, weights);
    }
}
