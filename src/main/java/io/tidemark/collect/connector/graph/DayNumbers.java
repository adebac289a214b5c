package io.tidemark.collect.connector.graph;

import io.tidemark.collect.connector.DayReading;
import io.tidemark.metric.MetricValues;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Numbers of days: from a series, or from a total that is asked for of a day alone. No answer says that nothing
/// happened: an empty one says nothing.
public final class DayNumbers {
    private DayNumbers() {}

    /// Until when a series is asked for: the value of its last day lies at the end of that, and what lies at the end of
    /// what is asked for may be left out.
    ///
    /// @return seconds since 1970
    public static long seriesEnd(LocalDate last) {
        return GraphTime.begin(last.plusDays(1)) + Duration.ofHours(1).toSeconds();
    }

    /// @param data series, one entry for each name; also a missing node
    public static List<DayReading> series(JsonNode data, MetricTable table, LocalDate from, LocalDate to) {
        List<DayReading> days = new ArrayList<>();
        Insights.byDay(data)
                .subMap(from, to.plusDays(1))
                .forEach((day, told) -> days.addAll(of(day, table.read(told))));
        return days;
    }

    /// What is told of one day; nothing where there are no numbers.
    public static List<DayReading> of(LocalDate day, MetricValues values) {
        return values.isEmpty() ? List.of() : List.of(new DayReading(day, values));
    }
}
