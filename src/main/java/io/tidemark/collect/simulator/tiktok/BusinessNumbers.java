package io.tidemark.collect.simulator.tiktok;

import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPictures;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.metric.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Numbers as the Accounts API tells them: insights late, some of them only while people watch, and none anew of posts
/// that are a year old.
///
/// @param lag by which insights are late
/// @param updated for how long after its publication a post is updated
record BusinessNumbers(Instant now, Duration lag, Duration updated, SimulatedPictures pictures) {
    static final Map<String, Metric> POST_FIELDS = Map.ofEntries(
            Map.entry("video_views", Metric.VIDEO_VIEWS),
            Map.entry("likes", Metric.LIKES),
            Map.entry("comments", Metric.COMMENTS),
            Map.entry("shares", Metric.SHARES),
            Map.entry("favorites", Metric.SAVES),
            Map.entry("reach", Metric.REACH),
            Map.entry("total_time_watched", Metric.WATCH_TIME_SECONDS),
            Map.entry("new_followers", Metric.FOLLOWS),
            Map.entry("profile_views", Metric.PROFILE_VISITS),
            Map.entry("website_clicks", Metric.LINK_CLICKS));
    static final Map<String, Metric> DAY_FIELDS = Map.of(
            "video_views", Metric.VIDEO_VIEWS,
            "unique_video_views", Metric.REACH,
            "likes", Metric.LIKES,
            "comments", Metric.COMMENTS,
            "shares", Metric.SHARES,
            "profile_views", Metric.PROFILE_VISITS,
            "bio_link_clicks", Metric.LINK_CLICKS,
            "daily_new_followers", Metric.FOLLOWS);
    static final Set<String> TEXTS = Set.of(
            "item_id",
            "create_time",
            "caption",
            "share_url",
            "embed_url",
            "thumbnail_url",
            "media_type",
            "is_ad",
            "video_duration");

    private static final Set<String> AT_ONCE = Set.of("video_views", "likes", "comments", "shares", "favorites");
    private static final Set<String> WITH_THE_LIST = Set.of("video_views", "likes", "comments", "shares");
    private static final Set<String> WHILE_WATCHED = Set.of("reach", "total_time_watched");
    private static final Duration IDLE = Duration.ofDays(7);
    /// Who gains no more than this share of its views in a week is not watched.
    private static final double HARDLY = 0.01;

    private static final Duration FIRST_TOLD = Duration.ofDays(1);
    private static final Duration SETTLED = Duration.ofDays(2);

    /// Whether a field takes the permission of insights.
    static boolean isInsight(String field) {
        return POST_FIELDS.containsKey(field) && !WITH_THE_LIST.contains(field);
    }

    ObjectNode post(SimulatedAccount account, SimulatedPost post, Set<String> fields) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        boolean photo = post.kind().equals(TikTokPosts.PHOTO);
        all.put("item_id", TikTokPosts.id(post)).put("caption", post.text()).put("is_ad", false);
        all.put("create_time", Long.toString(post.publishedAt().getEpochSecond()));
        all.put("media_type", photo ? "PHOTO" : "VIDEO").put("video_duration", photo ? 0 : 31.2);
        all.put("share_url", TikTokPosts.link(account, post));
        all.put("thumbnail_url", pictures.address(post.number()) + "?x-expires=" + now.getEpochSecond());
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        for (String field : fields) {
            Metric metric = POST_FIELDS.get(field);
            if (metric == null) {
                all.optional(field).ifPresent(value -> told.set(field, value));
            } else if (!WHILE_WATCHED.contains(field) || isWatched(post)) {
                value(post, field, metric).ifPresent(value -> told.put(field, value));
            }
        }
        return told;
    }

    /// Empty as long as the day is not ready.
    Optional<ObjectNode> day(SimulatedAccount account, LocalDate day, Set<String> fields) {
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        if (now.isBefore(end.plus(FIRST_TOLD))) {
            return Optional.empty();
        }
        double share = now.isBefore(end.plus(SETTLED)) ? account.toldAtFirst(day) : 1;
        ObjectNode told = JsonNodeFactory.instance.objectNode().put("date", day.toString());
        for (String field : fields) {
            OptionalDouble value = account.onDay(DAY_FIELDS.getOrDefault(field, Metric.FOLLOWERS), day, ZoneOffset.UTC);
            if (value.isPresent()) {
                told.put(field, (long) (value.getAsDouble() * share));
            }
        }
        return Optional.of(told);
    }

    private Optional<Double> value(SimulatedPost post, String field, Metric metric) {
        Instant seen = AT_ONCE.contains(field) ? now : now.minus(lag);
        Instant last = post.publishedAt().plus(updated);
        OptionalDouble value = post.value(metric, seen.isAfter(last) ? last : seen);
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    boolean isWatched(SimulatedPost post) {
        double views = post.value(Metric.VIDEO_VIEWS, now).orElse(0);
        double before = post.value(Metric.VIDEO_VIEWS, now.minus(IDLE)).orElse(0);
        return views - before > HARDLY * views;
    }
}
