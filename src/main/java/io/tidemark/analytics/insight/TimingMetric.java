package io.tidemark.analytics.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What posting times are judged by.
public enum TimingMetric {
    /// Engagement in total, by the definition of the question.
    ENGAGEMENT,
    REACH,
    /// Engagement rate, by the denominator of the question or the platform.
    ER;

    /// The stable name in the API.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TimingMetric> find(String key) {
        return Arrays.stream(values()).filter(m -> m.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(TimingMetric::key).toList();
    }
}
