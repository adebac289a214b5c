package io.tidemark.collect.file.mapping;

import io.tidemark.collect.file.table.Vocabulary;
import io.tidemark.metric.Metric;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What tools call their columns, for a first guess that a person then confirms: the dictionary's own words, and those
/// of Buffer, Metricool, Pinterest, Sprout Social and Threads.
final class ColumnWords {
    private static final Pattern RATE = Pattern.compile(".*(\\brate\\b|%|\\bctr\\b|\\baverage\\b|\\bavg\\b).*");
    private static final Map<String, MappedColumn> KNOWN = new HashMap<>();

    static {
        for (Metric metric : Metric.values()) {
            metric(metric, metric.key(), metric.key().replace('_', ' '), metric.title());
        }
        role(Role.POST_ID, "post id", "id", "tweet id", "pin id", "media id", "update id", "message id");
        role(
                Role.PERMALINK,
                "permalink",
                "perma link",
                "post link",
                "post url",
                "pin url",
                "url",
                "link",
                "tweet permalink");
        role(
                Role.TEXT,
                "text",
                "post",
                "post text",
                "post message",
                "message",
                "caption",
                "content",
                "title",
                "description");
        role(
                Role.PUBLISHED_AT,
                "published at",
                "published",
                "publish time",
                "publish date",
                "date published",
                "posted at");
        role(Role.PUBLISHED_AT, "sent at", "sent time", "created at", "post time", "timestamp");
        role(Role.PUBLISHED_TIME, "time", "hour", "time published");
        role(Role.DAY, "date", "day");
        role(Role.CONTENT_TYPE, "type", "post type", "content type", "media type", "format");
        role(Role.PLATFORM, "network", "platform", "social network", "channel type", "service");
        role(Role.ACCOUNT, "profile", "account", "social account", "channel", "username", "page", "account name");
        metric(Metric.IMPRESSIONS, "post impressions", "total impressions");
        metric(Metric.REACH, "post reach", "organic reach", "people reached", "unique impressions");
        metric(Metric.VIDEO_VIEWS, "views", "video plays", "plays");
        metric(Metric.LIKES, "favorites", "favourites", "hearts", "post likes");
        metric(Metric.REACTIONS, "total reactions");
        metric(Metric.COMMENTS, "replies", "post comments", "@replies");
        metric(Metric.SHARES, "post shares");
        metric(Metric.REPOSTS, "retweets", "repins");
        metric(Metric.QUOTES, "quote tweets", "quote posts");
        metric(Metric.SAVES, "saved", "bookmarks", "pin saves");
        metric(Metric.CLICKS, "post clicks", "post clicks (all)", "pin clicks", "total clicks");
        metric(Metric.LINK_CLICKS, "url clicks", "outbound clicks", "post link clicks", "website clicks");
        metric(Metric.PROFILE_VISITS, "profile views", "profile clicks", "post profile clicks");
        metric(Metric.FOLLOWS, "follows", "followers gained", "net follower growth", "net follows");
        metric(Metric.NATIVE_ENGAGEMENTS, "engagements", "engagement", "interactions", "total interactions");
        metric(Metric.FOLLOWERS, "total followers", "follower count", "audience");
        duration(DurationUnit.SECONDS, "watch time (seconds)");
        duration(DurationUnit.MINUTES, "watch time (minutes)", "video watch time (minutes)");
        duration(DurationUnit.HOURS, "watch time (hours)");
    }

    private ColumnWords() {}

    /// What a column of the name most likely is; empty where nothing is known about it. Rates are never taken: they
    /// follow from the counts, and do not add.
    static Optional<MappedColumn> guess(String written) {
        String name = Vocabulary.normalise(written);
        if (RATE.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(KNOWN.get(name))
                .or(() -> Optional.ofNullable(KNOWN.get(plain(name))))
                .map(known -> new MappedColumn(written, null, known.role(), known.metric(), known.unit()));
    }

    /// The name without what data sets put around it: `num_comments` and `comment_count` are comments, a `status_id` is
    /// that of a post.
    private static String plain(String name) {
        String words = name.replace('_', ' ').replaceFirst("^(num|nb|no|number of|count of|total)\\b\\.? *", "");
        String counted = words.replaceFirst(" (count|counts|total)$", "");
        String post = counted.replaceFirst("^(status|item|media|tweet|video) ", "post ");
        return Stream.of(counted, counted + "s", post, post + "s", post.replaceFirst("^post ", ""))
                .filter(KNOWN::containsKey)
                .findFirst()
                .orElse(name);
    }

    private static void role(Role role, String... names) {
        for (String name : names) {
            KNOWN.put(name, MappedColumn.of(name, role));
        }
    }

    private static void metric(Metric metric, String... names) {
        for (String name : names) {
            KNOWN.put(Vocabulary.normalise(name), MappedColumn.of(name, metric.key()));
        }
    }

    private static void duration(DurationUnit unit, String... names) {
        for (String name : names) {
            KNOWN.put(name, new MappedColumn(name, null, Role.METRIC, Metric.WATCH_TIME_SECONDS.key(), unit));
        }
    }
}
