package io.tidemark.analytics.insight.why;

import io.tidemark.words.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a change is explained of.
public enum WhyMetric {
    ENGAGEMENT("Engagement"),
    IMPRESSIONS("Impressions"),
    ENGAGEMENT_RATE("The engagement rate");

    private final String title;

    WhyMetric(String title) {
        this.title = title;
    }

    /// The stable name in the API.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its name in a sentence.
    Value inWords() {
        return Value.figure(key(), title);
    }

    public static Optional<WhyMetric> find(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(WhyMetric::key).toList();
    }
}
