package io.tidemark.collect.connector.facebook;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.DayRoute;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.connector.graph.GraphCalls;
import io.tidemark.collect.connector.graph.GraphRequest;
import io.tidemark.collect.connector.graph.GraphTime;
import io.tidemark.collect.connector.graph.Insights;
import io.tidemark.collect.connector.graph.RefusedMetrics;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Numbers of posts and of days.
final class FacebookReadings {
    private static final String REELS = "reels";
    /// Facebook takes ninety days, to the hour; one is left as a margin.
    private static final int DAYS_PER_CALL = 89;
    private static final int TWO_YEARS = 730;

    private final GraphCalls calls;
    private final List<PostRoute> routes;
    private final List<DayRoute> days;

    FacebookReadings(GraphCalls calls, ConnectorSettings settings) {
        this.calls = calls;
        routes = List.of(
                route(
                        "posts",
                        settings.set("post-metrics", FacebookNumbers.POST_METRICS),
                        Set.of(FacebookPost.PLAIN, FacebookPost.REEL)),
                route(
                        "videos",
                        settings.set("video-metrics", FacebookNumbers.VIDEO_METRICS),
                        Set.of(FacebookPost.VIDEO)),
                route(REELS, Set.of(), Set.of(FacebookPost.REEL, FacebookPost.REEL_VIDEO)));
        Set<String> ofDays = settings.set("day-metrics", FacebookNumbers.DAY_METRICS);
        days = List.of(new DayRoute("days", ofDays, DAYS_PER_CALL, TWO_YEARS, 1));
    }

    List<PostRoute> routes() {
        return routes;
    }

    List<DayRoute> dayRoutes() {
        return days;
    }

    Map<String, PostReading> posts(
            Api api, TrackedAccount account, PostRoute route, List<PostRef> posts, Set<String> metrics) {
        return route.name().equals(REELS)
                ? reels(api, account, posts)
                : posts(api, account, posts, List.copyOf(new TreeSet<>(metrics)));
    }

    private Map<String, PostReading> posts(Api api, TrackedAccount account, List<PostRef> posts, List<String> metrics) {
        String fields =
                FacebookPost.COUNTERS + ",insights.metric(%s){name,values}".formatted(String.join(",", metrics));
        Map<String, String> externalIds = ids(posts, FacebookId::askedPost);
        try {
            Map<String, JsonNode> told = calls.objects(
                    api, account.token(), "GET /?ids of posts", List.copyOf(externalIds.keySet()), fields);
            return readings(
                    told,
                    externalIds,
                    post -> new PostReading.Values(FacebookNumbers.OF_POSTS.read(
                            Insights.of(post.path("insights").path("data")), FacebookPost.counters(post))));
        } catch (CallFailed failed) {
            throw RefusedMetrics.named(failed, metrics);
        }
    }

    /// Which numbers there are of a reel Facebook itself decides.
    private Map<String, PostReading> reels(Api api, TrackedAccount account, List<PostRef> posts) {
        Map<String, String> externalIds = ids(posts, FacebookId::askedVideo);
        Map<String, JsonNode> told = calls.objects(
                api,
                account.token(),
                "GET /?ids of videos",
                List.copyOf(externalIds.keySet()),
                "video_insights{name,values}");
        return readings(
                told,
                externalIds,
                video -> new PostReading.Values(FacebookNumbers.OF_REELS.read(
                        Insights.of(video.path("video_insights").path("data")))));
    }

    List<DayReading> days(Api api, TrackedAccount account, LocalDate from, LocalDate to, Set<String> metrics) {
        List<String> asked = List.copyOf(new TreeSet<>(metrics));
        // The value of the last day lies at its end, and what lies at the end itself may be left out.
        long until = GraphTime.begin(to.plusDays(1)) + Duration.ofHours(1).toSeconds();
        GraphRequest request = GraphRequest.of("GET /{page}/insights", "/" + account.externalId() + "/insights")
                .with("metric", String.join(",", asked))
                .with("period", "day")
                .with("since", GraphTime.begin(from))
                .with("until", until);
        JsonNode answer;
        try {
            answer = calls.get(api, account.token(), request);
        } catch (CallFailed failed) {
            throw RefusedMetrics.named(failed, asked);
        }
        List<DayReading> days = new ArrayList<>();
        Insights.byDay(answer.path("data")).subMap(from, to.plusDays(1)).forEach((day, told) -> {
            DayReading reading = new DayReading(day, FacebookNumbers.OF_DAYS.read(told));
            if (!reading.values().isEmpty()) {
                days.add(reading);
            }
        });
        return days;
    }

    private static PostRoute route(String name, Set<String> metrics, Set<String> kinds) {
        return new PostRoute(name, GraphCalls.IDS_PER_CALL, metrics, kinds::contains, null);
    }

    /// External ids, by the id that is asked for.
    private static Map<String, String> ids(List<PostRef> posts, Function<FacebookId, String> asked) {
        Map<String, String> ids = new LinkedHashMap<>();
        posts.forEach(post -> ids.put(asked.apply(FacebookId.of(post.externalId())), post.externalId()));
        return ids;
    }

    private static Map<String, PostReading> readings(
            Map<String, JsonNode> told, Map<String, String> externalIds, Function<JsonNode, PostReading> read) {
        Map<String, PostReading> readings = new HashMap<>();
        told.forEach((id, object) -> readings.put(externalIds.getOrDefault(id, id), read.apply(object)));
        return readings;
    }
}
