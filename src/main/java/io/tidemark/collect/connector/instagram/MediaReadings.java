package io.tidemark.collect.connector.instagram;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.connector.graph.GraphCalls;
import io.tidemark.collect.connector.graph.GraphFaults;
import io.tidemark.collect.connector.graph.Insights;
import io.tidemark.collect.connector.graph.RefusedMetrics;
import io.tidemark.ledger.Absence;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Numbers of posts. Instagram refuses a call whole where one of its posts is too little seen or too old for numbers;
/// of one alone, that is what is known of it.
final class MediaReadings {
    private static final Duration STORY_LIFE = Duration.ofHours(24);

    private final GraphCalls calls;
    private final List<PostRoute> routes;

    MediaReadings(GraphCalls calls, ConnectorSettings settings) {
        this.calls = calls;
        routes = List.of(
                route("feed", settings.set("post-metrics.FEED", InstagramNumbers.FEED), "FEED", null),
                route("reels", settings.set("post-metrics.REELS", InstagramNumbers.REELS), Media.REELS, null),
                route("stories", settings.set("post-metrics.STORY", InstagramNumbers.STORY), Media.STORY, STORY_LIFE));
    }

    List<PostRoute> routes() {
        return routes;
    }

    Map<String, PostReading> read(Api api, TrackedAccount account, List<PostRef> posts, Set<String> metrics) {
        List<String> ids = posts.stream().map(PostRef::externalId).toList();
        List<String> asked = List.copyOf(new TreeSet<>(metrics));
        String fields = "insights.metric(%s){name,values,total_value}".formatted(String.join(",", asked));
        Map<String, JsonNode> told;
        try {
            told = calls.objects(api, account.token(), "GET /?ids of media", ids, fields);
        } catch (CallFailed failed) {
            Absence absence = absence(failed.fault());
            if (posts.size() > 1 || absence == null) {
                throw RefusedMetrics.named(failed, asked);
            }
            return Map.of(ids.getFirst(), without(asked, absence));
        }
        Map<String, PostReading> readings = new HashMap<>();
        told.forEach((id, media) -> readings.put(
                id,
                new PostReading.Values(InstagramNumbers.OF_MEDIA.read(
                        Insights.of(media.path("insights").path("data"))))));
        return readings;
    }

    private static @Nullable Absence absence(Fault fault) {
        if (fault.equals(GraphFaults.FEW_VIEWERS)) {
            return Absence.BELOW_THRESHOLD;
        }
        return fault.equals(GraphFaults.BEFORE_CONVERSION) ? Absence.NOT_PROVIDED : null;
    }

    private static PostReading without(List<String> asked, Absence absence) {
        Map<Metric, Absence> absences = new EnumMap<>(Metric.class);
        InstagramNumbers.OF_MEDIA.metrics(asked).forEach(metric -> absences.put(metric, absence));
        return new PostReading.Values(MetricValues.NONE, absences);
    }

    private static PostRoute route(String name, Set<String> metrics, String product, @Nullable Duration until) {
        return new PostRoute(name, GraphCalls.IDS_PER_CALL, metrics, kind -> Media.isOf(kind, product), until);
    }
}
