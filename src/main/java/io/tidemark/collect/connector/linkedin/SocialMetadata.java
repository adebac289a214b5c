package io.tidemark.collect.connector.linkedin;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.ledger.Absence;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.words.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/// Reactions of all kinds and comments of posts. The statistics' own count of likes may be of one kind of reaction
/// alone.
final class SocialMetadata {
    private static final Sentence NO_RESULTS =
            Sentence.of("linkedin_no_reactions", "The reactions to posts have no results");

    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;
    private static final Map<Metric, Absence> REFUSED =
            Map.of(Metric.REACTIONS, Absence.NOT_PERMITTED, Metric.COMMENTS, Absence.NOT_PERMITTED);

    private final LinkedInCalls calls;

    SocialMetadata(LinkedInCalls calls) {
        this.calls = calls;
    }

    Map<String, PostReading> posts(Api api, List<PostRef> posts) {
        List<String> ids = posts.stream().map(PostRef::externalId).toList();
        JsonNode answer = calls.get(api, LinkedInCalls.SOCIAL_METADATA, "?ids=" + RestLi.list(ids));
        JsonNode results = answer.path("results");
        if (!results.isObject()) {
            throw Unreadable.of(NO_RESULTS);
        }
        Map<String, PostReading> readings = new LinkedHashMap<>();
        results.properties()
                .forEach(result -> readings.put(result.getKey(), new PostReading.Values(values(result.getValue()))));
        answer.path("errors").properties().forEach(error -> refused(readings, error.getKey(), error.getValue()));
        return readings;
    }

    /// Other errors pass: nothing is said of their posts now.
    private static void refused(Map<String, PostReading> readings, String post, JsonNode error) {
        int status = error.path("status").asInt(0);
        if (status == NOT_FOUND) {
            readings.put(post, new PostReading.Gone());
        } else if (status == FORBIDDEN) {
            readings.put(post, new PostReading.Values(MetricValues.NONE, REFUSED));
        }
    }

    private static MetricValues values(JsonNode result) {
        MetricValues.Builder values = MetricValues.builder();
        JsonNode kinds = result.path("reactionSummaries");
        if (kinds.isObject()) {
            // A kind of which there is none is left out.
            double sum = kinds.valueStream()
                    .map(kind -> Numbers.read(kind.path("count")))
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .sum();
            values.put(Metric.REACTIONS, sum);
        }
        Numbers.put(values, Metric.COMMENTS, result.path("commentSummary").path("count"));
        return values.build();
    }
}
