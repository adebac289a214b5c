package io.tidemark.collect.simulator.linkedin;

import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.metric.Metric;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Numbers of a page day by day, and its followers. The newest day that is told lies two days back.
final class PageNumbers {
    private static final int LAG_DAYS = 2;
    /// What share statistics tell, of posts as of pages.
    static final Map<String, Metric> STATISTICS = Map.of(
            "impressionCount", Metric.IMPRESSIONS,
            "uniqueImpressionsCount", Metric.REACH,
            "clickCount", Metric.CLICKS,
            "likeCount", Metric.REACTIONS,
            "commentCount", Metric.COMMENTS,
            "shareCount", Metric.SHARES);

    private final SimulatedAccount page;
    private final Instant now;

    PageNumbers(SimulatedAccount page, Instant now) {
        this.page = page;
        this.now = now;
    }

    ObjectNode shares(RestLiQuery query) {
        return days(query, "organizationalEntity", (element, day) -> {
            ObjectNode totals = element.putObject("totalShareStatistics");
            STATISTICS.forEach((name, metric) ->
                    page.onDay(metric, day, ZoneOffset.UTC).ifPresent(count -> totals.put(name, (long) count)));
        });
    }

    ObjectNode visits(RestLiQuery query) {
        return days(
                query,
                "organization",
                (element, day) -> page.onDay(Metric.PROFILE_VISITS, day, ZoneOffset.UTC)
                        .ifPresent(count -> element.putObject("totalPageStatistics")
                                .putObject("views")
                                .putObject("allPageViews")
                                .put("pageViews", (long) count)));
    }

    ObjectNode follows(RestLiQuery query) {
        return days(
                query,
                "organizationalEntity",
                (element, day) -> element.putObject("followerGains")
                        .put("organicFollowerGain", (long) page.gained(day))
                        .put("paidFollowerGain", 0));
    }

    /// Who follows it: two in three are of one seniority.
    ObjectNode parts() {
        long all = (long) page.followers(now);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = json.putArray("elements").addObject().putArray("followerCountsBySeniority");
        List.of(all * 2 / 3, all - all * 2 / 3).forEach(count -> {
            ObjectNode row = rows.addObject().put("seniority", "urn:li:seniority:" + (rows.size() + 2));
            row.putObject("followerCounts").put("organicFollowerCount", count).put("paidFollowerCount", 0);
        });
        return json;
    }

    ObjectNode size() {
        return JsonNodeFactory.instance.objectNode().put("firstDegreeSize", (long) page.followers(now));
    }

    static LocalDate newest(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(LAG_DAYS);
    }

    private ObjectNode days(RestLiQuery query, String ofWhom, BiConsumer<ObjectNode, LocalDate> fill) {
        RestLiQuery.Days asked = query.intervals();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode elements = json.putArray("elements");
        for (LocalDate day = asked.from();
                day.isBefore(asked.to()) && !day.isAfter(newest(now));
                day = day.plusDays(1)) {
            ObjectNode element = elements.addObject().put(ofWhom, page.externalId());
            element.putObject("timeRange").put("start", millis(day)).put("end", millis(day.plusDays(1)));
            fill.accept(element, day);
        }
        json.putObject("paging").put("start", 0).put("count", 10).putArray("links");
        return json;
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
