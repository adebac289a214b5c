package io.tidemark.collect.connector.x;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.ledger.Absence;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Numbers of posts that are asked for by id. What X says nothing of, or only that this sign-in may not see it,
/// is left out: it is not gone.
final class XReadings {
    private final Map<String, PostReading> readings = new HashMap<>();
    private final Map<String, PostRef> asked;
    private final List<XProblem> problems;

    private XReadings(List<PostRef> posts, JsonNode answer) {
        asked = posts.stream().collect(Collectors.toMap(PostRef::externalId, Function.identity()));
        problems = XProblem.in(answer);
    }

    static Map<String, PostReading> read(Api api, XCalls calls, List<PostRef> posts, Set<String> metrics) {
        List<String> ids = posts.stream().map(PostRef::externalId).toList();
        JsonNode answer = calls.posts(api, ids, new Groups(metrics));
        XReadings result = new XReadings(posts, answer);
        Map<String, JsonNode> media = XMedia.included(answer);
        for (JsonNode each : answer.path("data")) {
            result.add(XPost.of(each, media), api);
        }
        result.addGone();
        return result.readings;
    }

    private void add(XPost post, Api api) {
        PostRef ref = asked.get(post.id());
        // A version that was edited since counts no more: the next listing names the one that does.
        if (ref == null || !post.newestId().equals(post.id())) {
            return;
        }
        MetricValues values = XMetrics.of(post);
        Map<Metric, Absence> absences = absences(ref, api);
        if (!values.isEmpty() || !absences.isEmpty()) {
            readings.put(post.id(), new PostReading.Values(values, absences));
        }
    }

    private Map<Metric, Absence> absences(PostRef ref, Api api) {
        boolean refused = problems.stream()
                .anyMatch(problem -> problem.refusesField()
                        && problem.about().equals(ref.externalId())
                        && problem.field().contains(Groups.PRIVATE));
        if (!refused) {
            return Map.of();
        }
        boolean old = ref.publishedAt().plus(XConnector.OWN_NUMBERS_FOR).isBefore(api.now());
        Map<Metric, Absence> absences = new EnumMap<>(Metric.class);
        XMetrics.PRIVATE.forEach(metric -> absences.put(metric, old ? Absence.EXPIRED : Absence.NOT_PERMITTED));
        return absences;
    }

    private void addGone() {
        problems.stream()
                .filter(problem -> problem.isNotFound() && asked.containsKey(problem.about()))
                .forEach(problem -> readings.put(problem.about(), new PostReading.Gone()));
    }
}
