package io.tidemark.collect.demo;

import io.tidemark.collect.simulator.youtube.YouTubeSimulator;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.Set;

/// How platforms tell what is true: YouTube some numbers late, and some rounded.
final class Telling {
    private static final double MINUTE = 60;
    private static final Set<Metric> AT_ONCE = Set.of(Metric.VIDEO_VIEWS, Metric.LIKES, Metric.COMMENTS);

    private Telling() {}

    /// Whether a counter of posts is told as it stood some time before.
    static boolean isLate(Platform platform, Metric metric) {
        return platform == Platform.YOUTUBE && !AT_ONCE.contains(metric);
    }

    /// When a counter of posts stood as a platform tells it at an instant.
    static Instant asOf(Platform platform, Metric metric, Instant at) {
        return isLate(platform, metric) ? YouTubeSimulator.countedUntil(at) : at;
    }

    static double rounded(Platform platform, Metric metric, double value) {
        if (platform != Platform.YOUTUBE) {
            return value;
        }
        return switch (metric) {
            case WATCH_TIME_SECONDS -> Math.floor(value / MINUTE) * MINUTE;
            case FOLLOWERS -> YouTubeSimulator.subscribers(value);
            default -> value;
        };
    }
}
