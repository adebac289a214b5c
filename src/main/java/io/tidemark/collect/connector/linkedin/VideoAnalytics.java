package io.tidemark.collect.connector.linkedin;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// Views of a page's videos and the time that was watched; one post and one number in each call.
final class VideoAnalytics {
    /// Counted from three seconds on screen.
    static final String VIEWS = "VIDEO_VIEW";
    /// Of those views, in milliseconds.
    static final String WATCHED = "TIME_WATCHED_FOR_VIDEO_VIEWS";

    private static final double MILLIS = 1000;

    private final LinkedInCalls calls;

    VideoAnalytics(LinkedInCalls calls) {
        this.calls = calls;
    }

    MetricValues post(Api api, String post, Set<String> metrics) {
        MetricValues.Builder values = MetricValues.builder();
        if (metrics.contains(VIEWS)) {
            read(api, post, VIEWS).ifPresent(views -> values.put(Metric.VIDEO_VIEWS, views));
        }
        if (metrics.contains(WATCHED)) {
            read(api, post, WATCHED).ifPresent(millis -> values.put(Metric.WATCH_TIME_SECONDS, millis / MILLIS));
        }
        return values.build();
    }

    private OptionalDouble read(Api api, String post, String type) {
        String query = "?q=entity&entity=%s&type=%s&aggregation=ALL".formatted(RestLi.encoded(post), type);
        JsonNode elements = Refusing.of(type, () -> calls.elements(api, LinkedInCalls.VIDEO_ANALYTICS, query));
        return StreamSupport.stream(elements.spliterator(), false)
                .filter(element -> element.path("statisticsType").asString(type).equals(type))
                .findFirst()
                .map(element -> Numbers.read(element.path("value")))
                .orElse(OptionalDouble.empty());
    }
}
