package io.tidemark.collect.file.table;

import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The row of a part that names its columns. Columns are found by name, never by position; where a name occurs twice,
/// the first counts.
public final class Header {
    private static final Sentence BEGINS_WITH = Sentence.of("part_begins_with", "\"{part}\" begins with \"{cells}\".");
    private static final Sentence NO_ROW = Sentence.of("part_has_no_row", "\"{part}\" holds no row at all.");

    private final Part part;
    private final long row;
    private final List<String> written;
    private final List<String> names;
    private final Map<String, Integer> columns = new HashMap<>();

    private Header(Part part, Row row, Vocabulary vocabulary) {
        this(part, row.number(), written(row), vocabulary);
    }

    private Header(Part part, long row, List<String> written, Vocabulary vocabulary) {
        this(part, row, written, written.stream().map(vocabulary::canonical).toList());
    }

    private Header(Part part, long row, List<String> written, List<String> names) {
        this.part = part;
        this.row = row;
        this.written = written;
        this.names = names;
        for (int i = 0; i < names.size(); i++) {
            columns.putIfAbsent(names.get(i), i);
        }
    }

    private static List<String> written(Row row) {
        return row.cells().stream().limit(row.width()).map(Cell::stripped).toList();
    }

    /// The names of the columns of a table that has no row for them: it begins with the part's first row.
    public static Header implied(Part part, String... names) {
        return new Header(part, 0, List.of(names), List.of(names));
    }

    /// A row that is known to name the columns.
    public static Header of(Part part, Row row, Vocabulary vocabulary) {
        return new Header(part, row, vocabulary);
    }

    /// The first row of the part's beginning that passes as a header.
    public static Optional<Header> find(Part part, Vocabulary vocabulary, Predicate<Header> passes) {
        return part.beginning().stream()
                .map(row -> new Header(part, row, vocabulary))
                .filter(passes)
                .findFirst();
    }

    /// All rows that pass as headers, for parts in which tables stand one below the other; none where the beginning has
    /// none. Reads the part to its end.
    public static List<Header> all(Part part, Vocabulary vocabulary, Predicate<Header> passes) {
        List<Header> found = new ArrayList<>();
        if (find(part, vocabulary, passes).isEmpty()) {
            return found;
        }
        try (RowCursor cursor = part.open()) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                Header header = new Header(part, row, vocabulary);
                if (passes.test(header)) {
                    found.add(header);
                }
            }
        }
        return found;
    }

    /// What a person would take for the header of a part that no format knows: the widest row of its beginning.
    public static Said describe(Part part) {
        String text = part.beginning().stream()
                .max(Comparator.comparingLong(
                        row -> row.cells().stream().filter(c -> !c.isBlank()).count()))
                .map(row -> String.join(
                        ", ", row.cells().stream().map(Cell::stripped).toList()))
                .orElse("");
        String shown = text.length() > 300 ? text.substring(0, 300) + "…" : text;
        Value name = Value.name(part.name());
        return shown.isEmpty()
                ? NO_ROW.said(Map.of("part", name))
                : BEGINS_WITH.said(Map.of("part", name, "cells", Value.name(shown)));
    }

    /// The widest row of the part's beginning; empty where all rows are blank.
    public static Optional<Header> widest(Part part) {
        return part.beginning().stream()
                .max(Comparator.comparingLong(
                        row -> row.cells().stream().filter(c -> !c.isBlank()).count()))
                .map(row -> new Header(part, row, new Vocabulary()));
    }

    public Part part() {
        return part;
    }

    public long row() {
        return row;
    }

    /// The canonical names in the order of the columns.
    public List<String> names() {
        return names;
    }

    /// Whether the part has no row that names its columns.
    public boolean isImplied() {
        return row == 0;
    }

    /// The header of one of several tables that stand side by side: the other columns lose their names.
    ///
    /// @param from first column of the table
    /// @param to first column after it
    public Header within(int from, int to) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            kept.add(i >= from && i < to ? names.get(i) : "");
        }
        return new Header(part, row, written, kept);
    }

    /// The names as the file writes them, in the order of the columns.
    public List<String> writtenNames() {
        return written;
    }

    public int width() {
        return names.size();
    }

    public boolean has(String name) {
        return columns.containsKey(name);
    }

    public boolean hasAll(Iterable<String> wanted) {
        for (String name : wanted) {
            if (!has(name)) {
                return false;
            }
        }
        return true;
    }

    @Nullable
    public Integer column(String name) {
        return columns.get(name);
    }

    /// Where a name stands that occurs more than once.
    ///
    /// @param time 0 for the first
    public @Nullable Integer column(String name, int time) {
        int seen = 0;
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(name) && seen++ == time) {
                return i;
            }
        }
        return null;
    }

    /// The name as the file writes it.
    public String written(String name) {
        Integer column = columns.get(name);
        return column == null ? name : written.get(column);
    }

    /// Names that occur more than once.
    public List<String> repeated() {
        return names.stream()
                .filter(name -> !name.isEmpty() && names.indexOf(name) != names.lastIndexOf(name))
                .distinct()
                .toList();
    }
}
