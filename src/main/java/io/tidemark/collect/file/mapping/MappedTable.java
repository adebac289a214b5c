package io.tidemark.collect.file.mapping;

import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.NumberStyle;
import io.tidemark.collect.file.table.Vocabulary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// A header with the columns of a mapping found in it.
final class MappedTable {
    /// A column and its place.
    record Bound(MappedColumn column, int index) {}

    private final Header header;
    private final Mapping mapping;
    private final Map<Role, List<Bound>> bound = new EnumMap<>(Role.class);
    private final List<Bound> series;
    private final Dates dates;
    private final Set<String> missing = new HashSet<>();

    /// @param header one that the mapping can read
    MappedTable(Mapping mapping, Header header) {
        this.mapping = mapping;
        this.header = header;
        for (MappedColumn column : mapping.taken()) {
            int index = Objects.requireNonNull(Mapping.indexOf(header, column), column.name());
            bound.computeIfAbsent(column.role(), _ -> new ArrayList<>()).add(new Bound(column, index));
        }
        this.series = series(mapping, header);
        // Where no column is dated, no cell is ever read as a date.
        this.dates = new Dates(Objects.requireNonNullElse(mapping.dateOrder(), DateOrder.YMD), mapping.timeZone());
        mapping.missing().forEach(text -> missing.add(Vocabulary.normalise(text)));
    }

    private static List<Bound> series(Mapping mapping, Header header) {
        List<Bound> columns = new ArrayList<>();
        Series series = mapping.series();
        if (series != null) {
            for (int n = 1; header.has(series.column(n)); n++) {
                String name = header.written(series.column(n));
                columns.add(new Bound(
                        MappedColumn.of(name, series.metric()),
                        Objects.requireNonNull(header.column(series.column(n)), name)));
            }
        }
        return List.copyOf(columns);
    }

    Mapping mapping() {
        return mapping;
    }

    Header header() {
        return header;
    }

    Dates dates() {
        return dates;
    }

    List<Bound> of(Role role) {
        return bound.getOrDefault(role, List.of());
    }

    /// The columns of the series in the order of time; none where there is no series.
    List<Bound> series() {
        return series;
    }

    NumberStyle numberStyle() {
        return Objects.requireNonNullElse(mapping.decimal(), header.part().numberStyle());
    }

    boolean meansMissing(String text) {
        return missing.contains(Vocabulary.normalise(text));
    }

    /// Names of columns that the mapping does not speak of.
    List<String> unnamed() {
        Set<String> known = mapping.names(header);
        return header.writtenNames().stream()
                .filter(name -> !name.isEmpty() && !known.contains(Vocabulary.normalise(name)))
                .distinct()
                .toList();
    }
}
