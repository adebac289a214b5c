package io.tidemark.collect.simulator.linkedin;

import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.metric.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Numbers of posts of a page.
final class PostNumbers {
    private static final Duration KEPT = Duration.ofDays(365);
    private static final Duration VIDEOS_KEPT = Duration.ofDays(180);
    private static final double MILLIS = 1000;

    private final List<SimulatedAccount> accounts;
    private final Instant now;

    PostNumbers(List<SimulatedAccount> accounts, Instant now) {
        this.accounts = accounts;
        this.now = now;
    }

    /// @param forgets age from which posts are left out; null where they never are
    ObjectNode statistics(SimulatedAccount page, RestLiQuery query, @Nullable Duration forgets) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode elements = json.putArray("elements");
        for (String parameter : List.of("shares", "ugcPosts")) {
            List<String> asked = query.list(parameter);
            for (int index = 0; index < asked.size(); index++) {
                SimulatedPost post = own(page, asked.get(index));
                if (post == null) {
                    throw Refusal.foreign(parameter, index);
                }
                boolean forgotten =
                        forgets != null && post.publishedAt().plus(forgets).isBefore(now);
                if (!forgotten && post.value(Metric.IMPRESSIONS, now).orElse(0) > 0) {
                    ObjectNode element = elements.addObject();
                    element.put(parameter.substring(0, parameter.length() - 1), asked.get(index))
                            .put("organizationalEntity", page.externalId());
                    totals(element.putObject("totalShareStatistics"), post);
                }
            }
        }
        return json;
    }

    ObjectNode metadata(RestLiQuery query, List<SimulatedAccount> managed) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode results = json.putObject("results");
        ObjectNode statuses = json.putObject("statuses");
        ObjectNode errors = json.putObject("errors");
        for (String urn : query.list("ids")) {
            PostUrns.Found found = PostUrns.find(accounts, urn).orElse(null);
            int status =
                    found == null || !found.post().isVisible(now) ? 404 : managed.contains(found.account()) ? 200 : 403;
            statuses.put(urn, status);
            if (status == 200 && found != null) {
                metadata(results.putObject(urn), urn, found.post());
            } else {
                errors.putObject(urn).put("status", status).put("message", "Not to be had");
            }
        }
        return json;
    }

    ObjectNode video(RestLiQuery query, List<SimulatedAccount> managed) {
        String urn = query.required("entity");
        PostUrns.Found found = PostUrns.find(accounts, urn).orElse(null);
        if (!urn.startsWith("urn:li:ugcPost:") || !"ALL".equals(query.required("aggregation"))) {
            throw Refusal.badParameter("Only all of a ugcPost can be asked for");
        }
        if (found == null || !managed.contains(found.account()) || !found.post().isVisible(now)) {
            throw Refusal.foreign("entity", 0);
        }
        String type = query.required("type");
        OptionalDouble value = video(found.post(), type);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode elements = json.putArray("elements");
        value.ifPresent(count -> elements.addObject()
                .put("entity", urn)
                .put("statisticsType", type)
                .put("value", (long) count));
        return json;
    }

    private OptionalDouble video(SimulatedPost post, String type) {
        boolean kept = post.publishedAt().plus(VIDEOS_KEPT).isAfter(now);
        return switch (type) {
            case "VIDEO_VIEW" -> kept ? post.value(Metric.VIDEO_VIEWS, now) : OptionalDouble.empty();
            case "TIME_WATCHED_FOR_VIDEO_VIEWS" -> {
                OptionalDouble seconds = post.value(Metric.WATCH_TIME_SECONDS, now);
                yield seconds.isPresent() ? OptionalDouble.of(seconds.getAsDouble() * MILLIS) : seconds;
            }
            default -> throw Refusal.badParameter("Unknown type " + type);
        };
    }

    private @Nullable SimulatedPost own(SimulatedAccount page, String urn) {
        PostUrns.Found found = PostUrns.find(accounts, urn).orElse(null);
        return found != null && found.account() == page && found.post().isVisible(now) ? found.post() : null;
    }

    /// What happened in the last twelve months. Likes are those of the first kind of reaction alone.
    private void totals(ObjectNode totals, SimulatedPost post) {
        PageNumbers.STATISTICS.forEach((name, metric) -> post.value(metric, now).ifPresent(whole -> {
            double before = post.value(metric, now.minus(KEPT)).orElse(0);
            double kept = metric == Metric.REACTIONS ? Reactions.likes(whole - before) : whole - before;
            totals.put(name, (long) kept);
        }));
    }

    private void metadata(ObjectNode json, String urn, SimulatedPost post) {
        json.put("entity", urn).put("commentsState", "OPEN");
        ObjectNode summaries = json.putObject("reactionSummaries");
        post.value(Metric.REACTIONS, now).ifPresent(all -> Reactions.write(summaries, all));
        post.value(Metric.COMMENTS, now)
                .ifPresent(count -> json.putObject("commentSummary").put("count", (long) count));
    }
}
