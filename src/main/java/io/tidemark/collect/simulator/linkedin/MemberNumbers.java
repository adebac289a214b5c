package io.tidemark.collect.simulator.linkedin;

import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.metric.Metric;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Numbers of a person's own posts, one metric in each answer.
final class MemberNumbers {
    private static final Map<String, Metric> TYPES = Map.of(
            "IMPRESSION", Metric.IMPRESSIONS,
            "MEMBERS_REACHED", Metric.REACH,
            "REACTION", Metric.REACTIONS,
            "COMMENT", Metric.COMMENTS,
            "RESHARE", Metric.SHARES,
            "POST_SAVE", Metric.SAVES,
            "LINK_CLICKS", Metric.LINK_CLICKS,
            "PROFILE_VIEW_FROM_CONTENT", Metric.PROFILE_VISITS,
            "FOLLOWER_GAINED_FROM_CONTENT", Metric.FOLLOWS);

    private final SimulatedAccount person;
    private final Instant now;

    MemberNumbers(SimulatedAccount person, Instant now) {
        this.person = person;
        this.now = now;
    }

    ObjectNode posts(RestLiQuery query) {
        String type = query.required("queryType");
        Metric metric = TYPES.get(type);
        if (metric == null) {
            throw Refusal.badParameter("Unknown queryType " + type);
        }
        return switch (query.required("q") + " " + query.required("aggregation")) {
            case "entity TOTAL" -> total(query, type, metric);
            case "me DAILY" -> daily(query, type, metric);
            default -> throw Refusal.badParameter("No such query");
        };
    }

    ObjectNode followers(RestLiQuery query) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode elements = json.putArray("elements");
        if (query.required("q").equals("me")) {
            elements.addObject().put("memberFollowersCount", (long) person.followers(now));
        } else {
            for (LocalDate day : days(query)) {
                range(elements.addObject(), day).put("memberFollowersCount", (long) person.gained(day));
            }
        }
        return json;
    }

    private ObjectNode total(RestLiQuery query, String type, Metric metric) {
        String urn = query.union("entity", "share")
                .or(() -> query.union("entity", "ugc"))
                .orElseThrow(() -> Refusal.badParameter("Invalid value of entity"));
        Optional<SimulatedPost> post = person.visible(now).stream()
                .filter(own -> PostUrns.of(own).equals(urn))
                .findFirst();
        if (post.isEmpty()) {
            throw Refusal.foreign("entity", 0);
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode elements = json.putArray("elements");
        post.get().value(metric, now).ifPresent(count -> {
            ObjectNode element = elements.addObject().put("count", (long) count);
            element.putObject("metricType")
                    .put("com.linkedin.adsexternalapi.memberanalytics.v1.CreatorPostAnalyticsMetricTypeV1", type);
            element.putObject("targetEntity").put(urn.contains(":share:") ? "share" : "ugc", urn);
        });
        return json;
    }

    private ObjectNode daily(RestLiQuery query, String type, Metric metric) {
        if (metric == Metric.REACH) {
            throw Refusal.badParameter("MEMBERS_REACHED is not supported with DAILY aggregation");
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode elements = json.putArray("elements");
        for (LocalDate day : days(query)) {
            person.onDay(metric, day, ZoneOffset.UTC)
                    .ifPresent(count -> range(elements.addObject(), day)
                            .put("count", (long) count)
                            .put("metricType", type));
        }
        return json;
    }

    private List<LocalDate> days(RestLiQuery query) {
        RestLiQuery.Days asked = query.dates();
        LocalDate newest = PageNumbers.newest(now);
        return asked.from()
                .datesUntil(asked.to())
                .filter(day -> !day.isAfter(newest))
                .toList();
    }

    private static ObjectNode range(ObjectNode element, LocalDate day) {
        ObjectNode range = element.putObject("dateRange");
        date(range.putObject("start"), day);
        date(range.putObject("end"), day.plusDays(1));
        return element;
    }

    private static void date(ObjectNode json, LocalDate day) {
        json.put("day", day.getDayOfMonth()).put("month", day.getMonthValue()).put("year", day.getYear());
    }
}
