package io.tidemark.collect.file.meta;

import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What the title of a daily file says: the metric, and the platform in some titles only.
record DayTitle(Optional<Platform> platform, Metric metric) {
    /// `Viewers` took the place of `Reach`: both count people.
    private static final Map<String, Metric> METRICS = Map.of(
            "reach", Metric.REACH,
            "viewers", Metric.REACH,
            "views", Metric.IMPRESSIONS,
            "impressions", Metric.IMPRESSIONS,
            "visits", Metric.PROFILE_VISITS,
            "profile visits", Metric.PROFILE_VISITS,
            "follows", Metric.FOLLOWS,
            "content interactions", Metric.NATIVE_ENGAGEMENTS,
            "link clicks", Metric.LINK_CLICKS);

    /// @param title normalised
    static Optional<DayTitle> of(String title) {
        for (Platform platform : Set.of(Platform.FACEBOOK, Platform.INSTAGRAM)) {
            if (title.startsWith(platform.key() + " ")) {
                return metric(title.substring(platform.key().length() + 1))
                        .map(metric -> new DayTitle(Optional.of(platform), metric));
            }
        }
        return metric(title).map(metric -> new DayTitle(Optional.empty(), metric));
    }

    static Set<String> known() {
        return new TreeSet<>(METRICS.keySet());
    }

    private static Optional<Metric> metric(String words) {
        return Optional.ofNullable(METRICS.get(words));
    }
}
