package io.tidemark.collect.connector.linkedin;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Impressions, clicks and answers of a page's posts, and of the page day by day; organic ones only.
final class ShareStatistics {
    /// A post without activity is left out, but so is many an older one, and one that was deleted.
    private static final Duration YOUNG = Duration.ofDays(7);

    private static final MetricValues NOTHING_HAPPENED = MetricValues.of(Map.of(
            Metric.IMPRESSIONS, 0.0,
            Metric.REACH, 0.0,
            Metric.CLICKS, 0.0,
            Metric.REACTIONS, 0.0,
            Metric.COMMENTS, 0.0,
            Metric.SHARES, 0.0));

    private final LinkedInCalls calls;

    ShareStatistics(LinkedInCalls calls) {
        this.calls = calls;
    }

    Map<String, PostReading> posts(Api api, String organization, List<PostRef> posts) {
        JsonNode elements = calls.elements(
                api,
                LinkedInCalls.SHARE_STATISTICS,
                of(organization) + listed("shares", Urn.SHARE, posts) + listed("ugcPosts", Urn.UGC_POST, posts));
        Map<String, PostReading> readings = new LinkedHashMap<>();
        for (JsonNode element : elements) {
            String post = element.path("ugcPost").asString(element.path("share").asString(""));
            readings.put(post, new PostReading.Values(values(element)));
        }
        for (PostRef post : posts) {
            if (isQuiet(post, api.now())) {
                readings.putIfAbsent(post.externalId(), new PostReading.Values(NOTHING_HAPPENED));
            }
        }
        return readings;
    }

    List<DayReading> days(Api api, String organization, LocalDate from, LocalDate to) {
        List<DayReading> days = new ArrayList<>();
        calls.elements(
                        api,
                        LinkedInCalls.SHARE_STATISTICS,
                        of(organization) + "&timeIntervals=" + RestLi.days(from, to))
                .forEach(element -> days.add(new DayReading(RestLi.day(element), values(element))));
        return days;
    }

    /// Whether being left out means that nothing has happened yet.
    private static boolean isQuiet(PostRef post, Instant now) {
        return !post.told() && post.publishedAt().plus(YOUNG).isAfter(now);
    }

    private static String of(String organization) {
        return "?q=organizationalEntity&organizationalEntity=" + RestLi.encoded(organization);
    }

    private static String listed(String parameter, String kind, List<PostRef> posts) {
        List<String> ofKind = posts.stream()
                .map(PostRef::externalId)
                .filter(id -> id.startsWith("urn:li:" + kind + ":"))
                .toList();
        return ofKind.isEmpty() ? "" : "&" + parameter + "=" + RestLi.list(ofKind);
    }

    /// Counters may be negative, where LinkedIn takes back what it has counted for an advertisement.
    private static MetricValues values(JsonNode element) {
        JsonNode totals = element.path("totalShareStatistics");
        MetricValues.Builder values = MetricValues.builder();
        Numbers.put(values, Metric.IMPRESSIONS, totals.path("impressionCount"));
        Numbers.put(values, Metric.REACH, eitherOf(totals, "uniqueImpressionsCount", "uniqueImpressionsCounts"));
        Numbers.put(values, Metric.CLICKS, totals.path("clickCount"));
        Numbers.put(values, Metric.REACTIONS, totals.path("likeCount"));
        Numbers.put(values, Metric.COMMENTS, totals.path("commentCount"));
        Numbers.put(values, Metric.SHARES, totals.path("shareCount"));
        return values.build();
    }

    private static JsonNode eitherOf(JsonNode totals, String name, String other) {
        @Nullable JsonNode there = totals.get(name);
        return there == null ? totals.path(other) : there;
    }
}
