package io.tidemark.collect.connector.x;

import io.tidemark.collect.connector.Numbers;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The numbers of a post by the dictionary.
final class XMetrics {
    /// Those that X shows the author alone.
    static final Set<Metric> PRIVATE = Set.of(Metric.LINK_CLICKS, Metric.PROFILE_VISITS, Metric.NATIVE_ENGAGEMENTS);

    /// X began to count views then, and says zero of posts from before.
    private static final Instant VIEWS_SINCE = Instant.parse("2022-12-15T00:00:00Z");

    private static final Map<String, Metric> PUBLIC_FIELDS = Map.of(
            "like_count", Metric.LIKES,
            "reply_count", Metric.COMMENTS,
            "quote_count", Metric.QUOTES,
            "bookmark_count", Metric.SAVES);
    private static final Map<String, Metric> PRIVATE_FIELDS = Map.of(
            "url_link_clicks", Metric.LINK_CLICKS,
            "user_profile_clicks", Metric.PROFILE_VISITS,
            "engagements", Metric.NATIVE_ENGAGEMENTS);

    private XMetrics() {}

    static MetricValues of(XPost post) {
        MetricValues.Builder values = MetricValues.builder();
        JsonNode open = post.json().path(Groups.PUBLIC);
        PUBLIC_FIELDS.forEach((field, metric) -> Numbers.put(values, metric, open.path(field)));
        Numbers.put(values, Metric.REPOSTS, Renamed.REPOST_COUNT.in(open));
        impressions(post, open).ifPresent(shown -> values.put(Metric.IMPRESSIONS, shown));
        JsonNode own = post.json().path(Groups.PRIVATE);
        PRIVATE_FIELDS.forEach((field, metric) -> Numbers.put(values, metric, own.path(field)));
        Numbers.put(values, Metric.IMPRESSIONS_PAID, promoted(post));
        post.ownVideo().ifPresent(video -> Numbers.put(values, Metric.VIDEO_VIEWS, video.views()));
        return values.build();
    }

    static boolean isPromoted(XPost post) {
        OptionalDouble shown = Numbers.read(promoted(post));
        return shown.isPresent() && shown.getAsDouble() > 0;
    }

    private static JsonNode promoted(XPost post) {
        return post.json().path(Groups.PROMOTED).path("impression_count");
    }

    private static OptionalDouble impressions(XPost post, JsonNode open) {
        OptionalDouble shown = Numbers.read(open.path("impression_count"));
        boolean uncounted = shown.isPresent()
                && shown.getAsDouble() == 0
                && post.publishedAt().isBefore(VIEWS_SINCE);
        return uncounted ? OptionalDouble.empty() : shown;
    }
}
