package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.metric.Metric;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Numbers of an Instagram account: series, totals of a stretch of time, and who follows it.
final class InstagramDays {
    private static final int LONGEST_SPAN = 30;
    private static final Duration KEPT = Duration.ofDays(90);
    private static final double LEAVING = 0.25;
    private final Clock clock;
    private final MetaInsights insights;
    private final MetaAudience audience;

    InstagramDays(Clock clock, MetaInsights insights) {
        this.clock = clock;
        this.insights = insights;
        audience = new MetaAudience(clock);
    }

    Answer answer(Call call, SimulatedAccount account) {
        List<String> asked = List.of(call.query("metric").orElse("").split(",", -1));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode data = json.putArray("data");
        if (asked.equals(List.of(MetaAudience.METRIC))) {
            audience.tell(data, account, call.query("breakdown").orElse(""));
            return Answer.json(json.toString());
        }
        MetaInsights.Span span = MetaInsights.span(call);
        if (span.isLongerThan(LONGEST_SPAN)) {
            return MetaErrors.tooLong(LONGEST_SPAN);
        }
        if (call.query("metric_type").orElse("").equals("time_series")) {
            series(data, account, asked, span);
        } else if (asked.equals(List.of(InstagramMetrics.FOLLOWS))) {
            follows(data, account, span);
        } else {
            totals(data, account, asked, span);
        }
        return Answer.json(json.toString());
    }

    private void series(ArrayNode data, SimulatedAccount account, List<String> asked, MetaInsights.Span span) {
        insights.check(asked, InstagramMetrics.SERIES.keySet());
        ObjectNode series = insights.series(account, asked.getFirst(), Metric.REACH, span);
        if (!series.path("values").isEmpty()) {
            data.add(series);
        }
    }

    private void totals(ArrayNode data, SimulatedAccount account, List<String> asked, MetaInsights.Span span) {
        insights.check(asked, InstagramMetrics.TOTALS.keySet());
        for (String name : asked) {
            Metric metric = InstagramMetrics.TOTALS.getOrDefault(name, Metric.IMPRESSIONS);
            total(account, metric, span)
                    .ifPresent(value -> data.addObject()
                            .put("name", name)
                            .put("period", "day")
                            .putObject("total_value")
                            .put("value", (long) value));
        }
    }

    /// Only accounts with some followers have it.
    private void follows(ArrayNode data, SimulatedAccount account, MetaInsights.Span span) {
        insights.check(List.of(InstagramMetrics.FOLLOWS), Set.of(InstagramMetrics.FOLLOWS));
        OptionalDouble follows = total(account, Metric.FOLLOWS, span);
        if (follows.isEmpty() || audience.isSmall(account)) {
            return;
        }
        long came = (long) follows.getAsDouble();
        ArrayNode results = MetaAudience.results(data, InstagramMetrics.FOLLOWS, List.of("follow_type"));
        MetaAudience.result(results, List.of("FOLLOWER"), came);
        MetaAudience.result(results, List.of("NON_FOLLOWER"), (long) (came * LEAVING));
    }

    /// Empty where no day is over or still kept.
    private OptionalDouble total(SimulatedAccount account, Metric metric, MetaInsights.Span span) {
        Instant kept = clock.instant().minus(KEPT);
        return insights.total(
                account,
                metric,
                span.days().stream().filter(day -> MetaInsights.end(day).isAfter(kept)));
    }
}
