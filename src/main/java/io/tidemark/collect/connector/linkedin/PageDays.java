package io.tidemark.collect.connector.linkedin;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Days of a page itself: who began to follow it, and how often it was visited.
final class PageDays {
    private final LinkedInCalls calls;

    PageDays(LinkedInCalls calls) {
        this.calls = calls;
    }

    List<DayReading> follows(Api api, String organization, LocalDate from, LocalDate to) {
        return days(
                api,
                LinkedInCalls.FOLLOWER_STATISTICS,
                "?q=organizationalEntity&organizationalEntity=" + RestLi.encoded(organization),
                from,
                to,
                PageDays::gains);
    }

    List<DayReading> visits(Api api, String organization, LocalDate from, LocalDate to) {
        return days(
                api,
                LinkedInCalls.PAGE_STATISTICS,
                "?q=organization&organization=" + RestLi.encoded(organization),
                from,
                to,
                PageDays::views);
    }

    private List<DayReading> days(
            Api api,
            String endpoint,
            String query,
            LocalDate from,
            LocalDate to,
            Function<JsonNode, MetricValues> values) {
        List<DayReading> days = new ArrayList<>();
        calls.elements(api, endpoint, query + "&timeIntervals=" + RestLi.days(from, to))
                .forEach(element -> days.add(new DayReading(RestLi.day(element), values.apply(element))));
        return days;
    }

    /// Both ways of coming, of which neither says anything alone.
    private static MetricValues gains(JsonNode element) {
        JsonNode gains = element.path("followerGains");
        OptionalDouble organic = Numbers.read(gains.path("organicFollowerGain"));
        OptionalDouble paid = Numbers.read(gains.path("paidFollowerGain"));
        MetricValues.Builder values = MetricValues.builder();
        if (organic.isPresent() && paid.isPresent()) {
            values.put(Metric.FOLLOWS, organic.getAsDouble() + paid.getAsDouble());
        }
        return values.build();
    }

    private static MetricValues views(JsonNode element) {
        MetricValues.Builder values = MetricValues.builder();
        Numbers.put(
                values,
                Metric.PROFILE_VISITS,
                element.path("totalPageStatistics")
                        .path("views")
                        .path("allPageViews")
                        .path("pageViews"));
        return values.build();
    }
}
