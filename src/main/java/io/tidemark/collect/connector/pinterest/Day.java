package io.tidemark.collect.connector.pinterest;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Saying;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A day as the analytics tell of it: of many a zero is told although nothing was counted.
///
/// @param status whether its numbers are settled
/// @param metrics by Pinterest's names
record Day(LocalDate date, String status, JsonNode metrics) {
    private static final String READY = "READY";
    private static final String NOT_CREATED = "BEFORE_PIN_CREATED";
    private static final Set<String> NOT_SETTLED = Set.of("PROCESSING", "ESTIMATE");

    /// @param told of an account or of a pin
    static List<Day> of(JsonNode told) {
        return told.path("all")
                .path("daily_metrics")
                .valueStream()
                .map(day -> new Day(
                        date(day.path("date").asString("")),
                        day.path("data_status").asString(""),
                        day.path("metrics")))
                .sorted(Comparator.comparing(Day::date))
                .toList();
    }

    /// Those of an account that are settled. Each is told once, whatever is told twice.
    static List<DayReading> readings(JsonNode told, LocalDate from, LocalDate to) {
        List<DayReading> readings = new ArrayList<>();
        for (Day day : of(told)) {
            MetricValues values = day.isReady() ? PinNumbers.ofDay(day.metrics()) : MetricValues.NONE;
            boolean twice = !readings.isEmpty() && readings.getLast().day().equals(day.date());
            if (!values.isEmpty()
                    && !twice
                    && !day.date().isBefore(from)
                    && !day.date().isAfter(to)) {
                readings.add(new DayReading(day.date(), values));
            }
        }
        return readings;
    }

    /// Totals of a pin since its creation: its settled days, up to the first that is not, or is not told. Nothing where
    /// one of them was not counted at all, and nothing of a number that one of them does not tell.
    static MetricValues total(JsonNode told, LocalDate created) {
        Map<Metric, Double> sums = new EnumMap<>(Metric.class);
        Set<Metric> whole = EnumSet.allOf(Metric.class);
        LocalDate next = created;
        for (Day day : of(told)) {
            if (day.date().isBefore(next)) {
                continue;
            }
            if (day.status().equals(NOT_CREATED)) {
                next = day.date().plusDays(1);
                continue;
            }
            if (!day.date().equals(next) || NOT_SETTLED.contains(day.status())) {
                break;
            }
            if (!day.isReady()) {
                return MetricValues.NONE;
            }
            MetricValues values = PinNumbers.ofPin(day.metrics());
            whole.retainAll(values.present());
            values.present().forEach(metric -> sums.merge(metric, values.orNaN(metric), Double::sum));
            next = day.date().plusDays(1);
        }
        sums.keySet().retainAll(whole);
        return MetricValues.of(sums);
    }

    private boolean isReady() {
        return status.equals(READY);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            throw new CallFailed(new Fault.Unreadable(Saying.noTime("Pinterest", text)), noDate);
        }
    }
}
