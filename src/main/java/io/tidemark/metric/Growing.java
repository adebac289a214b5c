package io.tidemark.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The counts of posts whose growth is followed, so that posts of different ages can be compared.
public enum Growing {
    /// By [Engagement#PUBLIC], whatever a question chooses.
    ENGAGEMENT(null),
    IMPRESSIONS(Metric.IMPRESSIONS),
    REACH(Metric.REACH),
    VIDEO_VIEWS(Metric.VIDEO_VIEWS);

    private static final double[] KNOTS = {.25, .5, 1, 2, 3, 6, 12, 24, 48, 72, 168, 336, 720};
    private static final int OF_MESSAGES = 11;

    private final @Nullable Metric metric;

    Growing(@Nullable Metric metric) {
        this.metric = metric;
    }

    /// Null for the one that is made of metrics.
    public @Nullable Metric metric() {
        return metric;
    }

    /// The stable name in the API.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Growing> find(String key) {
        return Arrays.stream(values()).filter(count -> count.key().equals(key)).findFirst();
    }

    /// How many ages growth is followed at on a platform. At the last of them a post counts as settled: a
    /// month, on platforms of short messages a week.
    public static int knots(Platform platform) {
        return switch (platform) {
            case X, THREADS, BLUESKY, MASTODON -> OF_MESSAGES;
            case FACEBOOK, INSTAGRAM, TIKTOK, LINKEDIN, YOUTUBE, PINTEREST -> KNOTS.length;
        };
    }

    /// One of these ages in hours, from the youngest.
    public static double knot(int index) {
        return KNOTS[index];
    }

    /// The age in hours at which posts of a platform count as settled.
    public static double settledAt(Platform platform) {
        return KNOTS[knots(platform) - 1];
    }
}
