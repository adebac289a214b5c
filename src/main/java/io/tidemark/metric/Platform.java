package io.tidemark.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A social platform, with the zone in which it cuts its own daily series and how long it may still revise a day.
public enum Platform {
    LINKEDIN("LinkedIn", "UTC", 2),
    X("X", "UTC", 1),
    FACEBOOK("Facebook", "America/Los_Angeles", 1),
    INSTAGRAM("Instagram", "America/Los_Angeles", 2),
    THREADS("Threads", "America/Los_Angeles", 1),
    YOUTUBE("YouTube", "America/Los_Angeles", 3),
    TIKTOK("TikTok", "UTC", 2),
    PINTEREST("Pinterest", "UTC", 2),
    BLUESKY("Bluesky", "UTC", 0),
    MASTODON("Mastodon", "UTC", 0);

    private final String title;
    private final ZoneId bucketZone;
    private final int settleDays;

    Platform(String title, String bucketZone, int settleDays) {
        this.title = title;
        this.bucketZone = ZoneId.of(bucketZone);
        this.settleDays = settleDays;
    }

    /// The stable name in the API, in files and in the database.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The name as people write it.
    public String title() {
        return title;
    }

    /// The zone of the platform's own calendar days.
    public ZoneId bucketZone() {
        return bucketZone;
    }

    /// Days after the end of a day during which the platform may still revise its numbers for it.
    public int settleDays() {
        return settleDays;
    }

    /// From when on the platform should no longer revise a day of its own calendar.
    public Instant settledAt(LocalDate day) {
        return day.plusDays(1L + settleDays).atStartOfDay(bucketZone).toInstant();
    }

    public static Optional<Platform> find(String key) {
        return Arrays.stream(values()).filter(p -> p.key().equals(key)).findFirst();
    }
}
