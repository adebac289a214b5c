package io.tidemark.collect.connector.graph;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which of Meta's numbers is which metric. Where several are the same one, the first that is told counts.
public record MetricTable(List<Entry> entries) {
    private static final double MILLIS = 1000;

    public MetricTable {
        entries = List.copyOf(entries);
    }

    /// @param kind the one that counts of a number that is told by its kinds; null where all do
    public record Entry(String name, @Nullable String kind, Metric metric) {}

    public static MetricTable of(Entry... entries) {
        return new MetricTable(List.of(entries));
    }

    public static Entry is(String name, Metric metric) {
        return new Entry(name, null, metric);
    }

    public static Entry is(String name, String kind, Metric metric) {
        return new Entry(name, kind, metric);
    }

    public MetricValues read(Insights insights) {
        return read(insights, MetricValues.NONE);
    }

    /// @param told numbers that came by another way and count before these
    public MetricValues read(Insights insights, MetricValues told) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        told.present().forEach(metric -> values.put(metric, told.orNaN(metric)));
        for (Entry entry : entries) {
            OptionalDouble number =
                    entry.kind() == null ? insights.number(entry.name()) : insights.kind(entry.name(), entry.kind());
            number.ifPresent(value -> values.putIfAbsent(entry.metric(), inUnit(entry.metric(), value)));
        }
        return MetricValues.of(values);
    }

    /// The metrics that come of some of Meta's numbers.
    public Set<Metric> metrics(Collection<String> names) {
        return entries.stream()
                .filter(entry -> names.contains(entry.name()))
                .map(Entry::metric)
                .collect(Collectors.toSet());
    }

    /// Meta counts all times in milliseconds.
    private static double inUnit(Metric metric, double value) {
        return metric == Metric.WATCH_TIME_SECONDS ? value / MILLIS : value;
    }
}
