package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.metric.Metric;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Numbers of an Instagram account: series, totals of a stretch of time, and who follows it.
final class InstagramDays {
    private static final int LONGEST_SPAN = 30;
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int FEWEST_FOLLOWERS = 100;
    private static final double LEAVING = 0.25;
    private static final Map<String, List<String>> PARTS = Map.of(
            "country", List.of("DE", "US"),
            "city", List.of("Berlin, Berlin", "Hamburg, Hamburg"),
            "age,gender", List.of("25-34,F", "35-44,M"));

    private final Clock clock;
    private final MetaInsights insights;

    InstagramDays(Clock clock, MetaInsights insights) {
        this.clock = clock;
        this.insights = insights;
    }

    Answer answer(Call call, SimulatedAccount account) {
        List<String> asked = List.of(call.query("metric").orElse("").split(",", -1));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode data = json.putArray("data");
        if (asked.equals(List.of(InstagramMetrics.DEMOGRAPHICS))) {
            demographics(data, account, call.query("breakdown").orElse(""));
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
        if (follows.isEmpty() || isSmall(account)) {
            return;
        }
        long came = (long) follows.getAsDouble();
        ArrayNode results = results(data, InstagramMetrics.FOLLOWS, List.of("follow_type"));
        result(results, List.of("FOLLOWER"), came);
        result(results, List.of("NON_FOLLOWER"), (long) (came * LEAVING));
    }

    private void demographics(ArrayNode data, SimulatedAccount account, String breakdown) {
        List<String> parts = PARTS.getOrDefault(breakdown, List.of());
        if (parts.isEmpty() || isSmall(account)) {
            return;
        }
        ArrayNode results = results(data, InstagramMetrics.DEMOGRAPHICS, List.of(breakdown.split(",", -1)));
        long followers = (long) account.followers(clock.instant());
        boolean pairs = breakdown.contains(",");
        for (int i = 0; i < parts.size(); i++) {
            List<String> values = pairs ? List.of(parts.get(i).split(",", -1)) : List.of(parts.get(i));
            result(results, values, followers / (i + 2));
        }
    }

    /// Empty where a day is not over or no longer kept.
    private OptionalDouble total(SimulatedAccount account, Metric metric, MetaInsights.Span span) {
        double sum = 0;
        boolean any = false;
        for (LocalDate day : span.days()) {
            OptionalDouble value = insights.onDay(account, metric, day);
            if (value.isPresent()
                    && MetaInsights.end(day).isAfter(clock.instant().minus(KEPT))) {
                sum += value.getAsDouble();
                any = true;
            }
        }
        return any ? OptionalDouble.of(sum) : OptionalDouble.empty();
    }

    private boolean isSmall(SimulatedAccount account) {
        return account.followers(clock.instant()) < FEWEST_FOLLOWERS;
    }

    private static ArrayNode results(ArrayNode data, String name, List<String> dimensions) {
        ObjectNode told = data.addObject().put("name", name);
        ObjectNode breakdown =
                told.putObject("total_value").putArray("breakdowns").addObject();
        ArrayNode keys = breakdown.putArray("dimension_keys");
        dimensions.forEach(keys::add);
        return breakdown.putArray("results");
    }

    private static void result(ArrayNode results, List<String> dimensions, long value) {
        ObjectNode result = results.addObject();
        ArrayNode values = result.putArray("dimension_values");
        dimensions.forEach(values::add);
        result.put("value", value);
    }
}
