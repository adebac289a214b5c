package io.tidemark.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What an engagement rate divides by.
public enum Denominator {
    IMPRESSIONS(Metric.IMPRESSIONS),
    REACH(Metric.REACH),
    VIDEO_VIEWS(Metric.VIDEO_VIEWS),
    FOLLOWERS(Metric.FOLLOWERS);

    private final Metric metric;

    Denominator(Metric metric) {
        this.metric = metric;
    }

    /// The platform's own denominator where nobody set another: impressions where every post has them, else video
    /// views, else followers. It follows from the platform alone, never from the data at hand, since a rate that
    /// changes its denominator with the data compares with nothing.
    public static Denominator defaultFor(Platform platform) {
        return switch (platform) {
            case LINKEDIN, X, FACEBOOK, INSTAGRAM, THREADS, PINTEREST -> IMPRESSIONS;
            case YOUTUBE, TIKTOK -> VIDEO_VIEWS;
            case BLUESKY, MASTODON -> FOLLOWERS;
        };
    }

    /// What virality divides by on a platform: impressions, where its posts have none video views, and reach as the
    /// last resort. Empty where its posts report no exposure, or nobody counts their being passed on.
    public static Optional<Denominator> ofVirality(Platform platform) {
        if (!Response.AMPLIFICATION.isProvided(platform)) {
            return Optional.empty();
        }
        return Stream.of(IMPRESSIONS, VIDEO_VIEWS, REACH)
                .filter(by -> Dictionary.find(platform, Subject.POST, by.metric).isPresent())
                .findFirst();
    }

    /// The stable name in the API and in settings.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Metric metric() {
        return metric;
    }

    public static Optional<Denominator> find(String key) {
        return Arrays.stream(values()).filter(d -> d.key().equals(key)).findFirst();
    }
}
