package io.tidemark.collect.simulator.pinterest;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.metric.Metric;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the analytics tell of days. A day is processed until it has been over for a day, and estimated for another; of
/// what was before the account or the pin zeros are told.
record AnalyticsAnswers(Instant now) {
    private static final int REACH = 90;
    private static final int MOST_PINS = 100;
    private static final Duration PROCESSED = Duration.ofDays(1);
    private static final Duration SETTLED = Duration.ofDays(2);

    private static final Map<String, Metric> OF_ACCOUNT = Map.of(
            "IMPRESSION", Metric.IMPRESSIONS,
            "ENGAGEMENT", Metric.NATIVE_ENGAGEMENTS,
            "PIN_CLICK", Metric.CLICKS,
            "OUTBOUND_CLICK", Metric.LINK_CLICKS,
            "SAVE", Metric.SAVES);

    private static final Map<String, Metric> OF_PINS = Map.of(
            "IMPRESSION", Metric.IMPRESSIONS,
            "PIN_CLICK", Metric.CLICKS,
            "OUTBOUND_CLICK", Metric.LINK_CLICKS,
            "SAVE", Metric.SAVES,
            "USER_FOLLOW", Metric.FOLLOWS,
            "PROFILE_VISIT", Metric.PROFILE_VISITS,
            "VIDEO_MRC_VIEW", Metric.VIDEO_VIEWS,
            "VIDEO_V50_WATCH_TIME", Metric.WATCH_TIME_SECONDS);

    private static final double MILLIS = 1000;

    /// A stretch of days with what is asked of them.
    private record Asked(LocalDate from, LocalDate to, List<String> metrics) {}

    Answer ofAccount(Call call, SimulatedAccount account) {
        Asked asked = asked(call, OF_ACCOUNT);
        LocalDate begun = day(account.posts().getFirst().publishedAt());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        tell(
                json.putObject("all"),
                asked,
                begun,
                "BEFORE_BUSINESS_CREATED",
                (metric, day) -> account.onDay(OF_ACCOUNT.getOrDefault(metric, Metric.SAVES), day, ZoneOffset.UTC));
        return Answer.json(json.toString());
    }

    /// One that is not there spoils the call.
    Answer ofPins(Call call, SimulatedAccount account) {
        Asked asked = asked(call, OF_PINS);
        List<String> ids = List.of(call.query("pin_ids").orElse("").split(",", -1));
        if (ids.size() > MOST_PINS) {
            throw PinterestRefusal.badParameter("At most 100 pins");
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (String id : ids) {
            SimulatedPost pin = account.visible(now).stream()
                    .filter(each -> PinterestSimulator.id(each).equals(id))
                    .findFirst()
                    .orElseThrow(PinterestRefusal::pinNotFound);
            ObjectNode all = json.putObject(id).putObject("all");
            tell(all, asked, day(pin.publishedAt()), "BEFORE_PIN_CREATED", (metric, day) -> ofPin(pin, metric, day));
            all.putObject("lifetime_metrics");
        }
        return Answer.json(json.toString());
    }

    private void tell(
            ObjectNode all,
            Asked asked,
            LocalDate begun,
            String before,
            BiFunction<String, LocalDate, OptionalDouble> truth) {
        ArrayNode days = all.putArray("daily_metrics");
        asked.from().datesUntil(asked.to().plusDays(1)).forEach(day -> {
            String status = day.isBefore(begun) ? before : status(day);
            ObjectNode told = days.addObject().put("date", day.toString()).put("data_status", status);
            ObjectNode metrics = told.putObject("metrics");
            for (String metric : asked.metrics()) {
                truth.apply(metric, day)
                        .ifPresent(value -> metrics.put(
                                metric,
                                switch (status) {
                                    case "READY" -> value;
                                    case "ESTIMATE" -> Math.floor(value * 0.9);
                                    default -> 0;
                                }));
            }
        });
    }

    private static OptionalDouble ofPin(SimulatedPost pin, String name, LocalDate day) {
        Metric metric = OF_PINS.getOrDefault(name, Metric.SAVES);
        Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        OptionalDouble after = pin.value(metric, end);
        if (after.isEmpty()) {
            return after;
        }
        double grown = after.getAsDouble() - pin.value(metric, begin).orElse(0);
        return OptionalDouble.of(metric == Metric.WATCH_TIME_SECONDS ? grown * MILLIS : grown);
    }

    private String status(LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        if (now.isBefore(end.plus(PROCESSED))) {
            return "PROCESSING";
        }
        return now.isBefore(end.plus(SETTLED)) ? "ESTIMATE" : "READY";
    }

    private Asked asked(Call call, Map<String, Metric> known) {
        try {
            LocalDate from = LocalDate.parse(call.query("start_date").orElse(""));
            LocalDate to = LocalDate.parse(call.query("end_date").orElse(""));
            List<String> metrics = List.of(call.query("metric_types").orElse("").split(",", -1));
            if (from.isBefore(day(now).minusDays(REACH)) || from.isAfter(to) || to.isAfter(from.plusDays(REACH))) {
                throw PinterestRefusal.badParameter("start_date cannot be more than 90 days back from today");
            }
            metrics.stream()
                    .filter(name -> !known.containsKey(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw PinterestRefusal.badParameter(
                                "'%s' is not a valid value of metric_types".formatted(name));
                    });
            return new Asked(from, to, metrics);
        } catch (DateTimeException noDate) {
            throw PinterestRefusal.badParameter("Dates are written YYYY-MM-DD");
        }
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
