package io.tidemark.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// One named quantity. The order is the order of columns in frames and of fields in answers.
public enum Metric {
    IMPRESSIONS("Impressions", Kind.COUNTER, "times shown"),
    IMPRESSIONS_ORGANIC("Organic impressions", Kind.COUNTER, "times shown"),
    IMPRESSIONS_PAID("Paid impressions", Kind.COUNTER, "times shown"),
    REACH("Reach", Kind.UNIQUE, "people"),
    VIDEO_VIEWS("Video views", Kind.COUNTER, "views"),
    VIDEO_VIEWS_3S("3-second video views", Kind.COUNTER, "views"),
    ENGAGED_VIEWS("Engaged views", Kind.COUNTER, "views"),
    WATCH_TIME_SECONDS("Watch time", Kind.DURATION, "seconds"),
    LIKES("Likes", Kind.COUNTER, "likes"),
    REACTIONS("Reactions", Kind.COUNTER, "reactions"),
    COMMENTS("Comments", Kind.COUNTER, "comments"),
    SHARES("Shares", Kind.COUNTER, "shares"),
    REPOSTS("Reposts", Kind.COUNTER, "reposts"),
    QUOTES("Quotes", Kind.COUNTER, "quotes"),
    SAVES("Saves", Kind.COUNTER, "saves"),
    CLICKS("Clicks", Kind.COUNTER, "clicks"),
    LINK_CLICKS("Link clicks", Kind.COUNTER, "clicks"),
    PROFILE_VISITS("Profile visits", Kind.COUNTER, "visits"),
    FOLLOWS("New followers", Kind.COUNTER, "people"),
    NATIVE_ENGAGEMENTS("Engagements as the platform counts them", Kind.COUNTER, "engagements"),
    FOLLOWERS("Followers", Kind.GAUGE, "people");

    private final String key = name().toLowerCase(Locale.ROOT);
    private final String title;
    private final Kind kind;
    private final String unit;

    Metric(String title, Kind kind, String unit) {
        this.title = title;
        this.kind = kind;
        this.unit = unit;
    }

    /// The stable name in the API, in files and in the database.
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    public Kind kind() {
        return kind;
    }

    public String unit() {
        return unit;
    }

    /// Whether people take it back (a like, a comment, a share), so that a small fall of the counter is real. Any other
    /// counter that falls was misread or corrected.
    public boolean revocable() {
        return switch (this) {
            case LIKES, REACTIONS, COMMENTS, SHARES, REPOSTS, QUOTES, SAVES, NATIVE_ENGAGEMENTS -> true;
            default -> false;
        };
    }

    /// Whether a post carries it: everything but the level of an account.
    public boolean ofPosts() {
        return kind != Kind.GAUGE;
    }

    public static Optional<Metric> find(String key) {
        return Arrays.stream(values()).filter(m -> m.key().equals(key)).findFirst();
    }
}
