package io.tidemark.analytics.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What posts are judged by.
public enum ResponseMetric {
    /// Engagement in total, by the definition of the question.
    ENGAGEMENT,
    REACH,
    /// Engagement rate, by the denominator of the question or the platform.
    ER;

    /// The stable name in the API.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ResponseMetric> find(String key) {
        return Arrays.stream(values()).filter(m -> m.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(ResponseMetric::key).toList();
    }
}
