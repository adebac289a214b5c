package io.tidemark.metric;

import java.util.List;
import java.util.Optional;

/// What every platform provides.
public final class Dictionary {
    private Dictionary() {}

    /// All that a platform provides for a subject, in the order of [Metric].
    public static List<Provision> provisions(Platform platform, Subject subject) {
        return List.of();
    }

    public static Optional<Provision> find(Platform platform, Subject subject, Metric metric) {
        return provisions(platform, subject).stream()
                .filter(p -> p.metric() == metric)
                .findFirst();
    }

    /// Whether an item of this kind should report the metric, so that its absence is a gap. Conditional provisions
    /// are never expected.
    public static boolean expects(Platform platform, Subject subject, ContentType type, Metric metric) {
        return find(platform, subject, metric)
                .filter(p -> !p.conditional() && p.covers(type))
                .isPresent();
    }

    /// Whether an item of this kind can report the metric at all.
    public static boolean provides(Platform platform, Subject subject, ContentType type, Metric metric) {
        return find(platform, subject, metric).filter(p -> p.covers(type)).isPresent();
    }
}
