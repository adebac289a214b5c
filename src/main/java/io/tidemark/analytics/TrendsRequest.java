package io.tidemark.analytics;

import io.tidemark.metric.Metric;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is wanted of a trend besides the question.
///
/// @param metrics in the order of the dictionary
/// @param engagement whether engagement is wanted as well
/// @param engagementRate whether the engagement rate is
/// @param split null for no lines of parts
/// @param averageOver over how many days a moving average is wanted; null for none
public record TrendsRequest(
        Granularity granularity,
        Set<Metric> metrics,
        boolean engagement,
        boolean engagementRate,
        @Nullable Split split,
        @Nullable Integer averageOver) {
    public static final String ENGAGEMENT = "engagement";
    public static final String ENGAGEMENT_RATE = RateKind.ENGAGEMENT_RATE;

    /// What a trend can be split by.
    public enum Split {
        PLATFORM,
        ACCOUNT;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Split> find(String key) {
            return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
        }

        public static List<String> keys() {
            return Arrays.stream(values()).map(Split::key).toList();
        }
    }

    public TrendsRequest {
        metrics = metrics.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(metrics));
    }

    /// The same of the whole alone.
    TrendsRequest plain() {
        return new TrendsRequest(granularity, metrics, engagement, engagementRate, null, null);
    }

    /// Some metrics; all where none is named.
    public static TrendsRequest of(Granularity granularity, Set<Metric> metrics) {
        Set<Metric> wanted = metrics.isEmpty() ? EnumSet.allOf(Metric.class) : metrics;
        return new TrendsRequest(granularity, wanted, false, false, null, null);
    }
}
