package io.tidemark.serve.analytics;

import io.tidemark.analytics.post.ValueState;
import io.tidemark.ledger.Absence;
import io.tidemark.ledger.PostRecord.Left;
import io.tidemark.metric.Metric;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Why values are missing, as the sources of an account say it.
final class Reasons {
    private Reasons() {}

    static Map<Metric, ValueState> of(List<Left> absences) {
        Map<Metric, ValueState> reasons = new EnumMap<>(Metric.class);
        absences.forEach(left -> reasons.put(left.metric(), state(left.reason())));
        return reasons;
    }

    private static ValueState state(Absence reason) {
        return switch (reason) {
            case NOT_PROVIDED -> ValueState.NOT_PROVIDED;
            case NOT_PERMITTED -> ValueState.NOT_PERMITTED;
            case NOT_COLLECTED -> ValueState.NOT_COLLECTED;
            case BELOW_THRESHOLD -> ValueState.BELOW_THRESHOLD;
            case EXPIRED -> ValueState.EXPIRED;
        };
    }
}
