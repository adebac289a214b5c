package io.tidemark.analytics.insight;

/// Posts of one account as the model of posting times sees them, one entry of every array for each.
///
/// @param minutes minute of the week of publication, from Monday 0 o'clock
/// @param types content type as a number from 0
/// @param typeCount one more than the largest of them
/// @param times place between the first post and the last, from 0 to 1
/// @param responses what the post reached, as a logarithm
/// @param weights from 0 to 1: less than 1 where the response is still uncertain
record TimingSample(int[] minutes, int[] types, int typeCount, double[] times, double[] responses, double[] weights) {
    int size() {
        return responses.length;
    }

    TimingSample withResponses(double[] others) {
        return new TimingSample(minutes, types, typeCount, times, others, weights);
    }
}
