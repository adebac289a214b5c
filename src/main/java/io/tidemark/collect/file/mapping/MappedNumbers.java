package io.tidemark.collect.file.mapping;

import io.tidemark.collect.file.mapping.MappedTable.Bound;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;

/// The numbers of the rows of a table.
final class MappedNumbers {
    private final Map<Metric, List<Bound>> metrics = new EnumMap<>(Metric.class);
    private final Map<String, Bound> natives = new LinkedHashMap<>();

    MappedNumbers(MappedTable table) {
        for (Bound column : table.of(Role.METRIC)) {
            metrics.computeIfAbsent(metric(column), _ -> new ArrayList<>()).add(column);
        }
        for (Bound column : table.of(Role.NATIVE)) {
            String told = column.column().metric();
            natives.put(slug(told == null ? column.column().name() : told), column);
        }
    }

    static Metric metric(Bound column) {
        return Metric.find(Objects.requireNonNull(column.column().metric())).orElseThrow();
    }

    Set<Metric> metrics() {
        return metrics.keySet();
    }

    /// The metrics of a row. Of several columns that add up none may be missing: a sum of some would be too small.
    MetricValues of(MappedRow row) {
        MetricValues.Builder values = MetricValues.builder();
        metrics.forEach((metric, columns) -> sum(row, metric, columns).ifPresent(value -> values.put(metric, value)));
        return values.build();
    }

    private static OptionalDouble sum(MappedRow row, Metric metric, List<Bound> columns) {
        OptionalDouble sum = row.metric(columns.getFirst(), metric);
        for (Bound column : columns.subList(1, columns.size())) {
            OptionalDouble value = row.metric(column, metric);
            sum = sum.isPresent() && value.isPresent()
                    ? OptionalDouble.of(sum.getAsDouble() + value.getAsDouble())
                    : OptionalDouble.empty();
        }
        return sum;
    }

    /// What only the tool knows, by native name.
    Map<String, Double> natives(MappedRow row, Platform platform) {
        Map<String, Double> values = new LinkedHashMap<>();
        natives.forEach((name, column) ->
                row.number(column).ifPresent(value -> values.put(platform.key() + "." + name, value)));
        return values;
    }

    private static String slug(String name) {
        String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "_");
        String plain = slug.replaceAll("^_+|_+$", "");
        return plain.isEmpty() ? "number" : plain;
    }
}
