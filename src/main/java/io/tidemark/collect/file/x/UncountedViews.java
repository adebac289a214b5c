package io.tidemark.collect.file.x;

import io.tidemark.collect.file.format.Tally;
import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.RowCursor;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// The columns of views that X fills with zeros on every day although the account was seen: nobody has counted there,
/// so they are missing. A zero beside days that have views is one.
final class UncountedViews {
    private static final Sentence UNCOUNTED = Sentence.of(
            "import_uncounted",
            "\"{part}\" has 0 in the column \"{column}\" on every day although there were impressions: X does not fill it in every export, so it was taken as missing.");

    private static final Set<String> COLUMNS = Set.of("video views", "media views");

    private final Header table;
    private final Set<String> zero = new HashSet<>();
    private final Set<String> counted = new HashSet<>();
    private boolean shown;

    private UncountedViews(Header table) {
        this.table = table;
    }

    static Set<String> in(Header table, Tally tally) {
        UncountedViews views = new UncountedViews(table);
        if (Collections.disjoint(table.names(), COLUMNS)) {
            return Set.of();
        }
        views.read();
        Set<String> uncounted = new HashSet<>(views.zero);
        uncounted.removeAll(views.counted);
        if (!views.shown) {
            return Set.of();
        }
        uncounted.forEach(column -> tally.warn(
                column + table.part().name(),
                UNCOUNTED.said(
                        Map.of("part", Value.name(table.part().name()), "column", Value.name(table.written(column))))));
        return uncounted;
    }

    private void read() {
        try (RowCursor rows = table.part().open()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (row.number() > table.row()) {
                    look(new Line(table, row));
                }
            }
        }
    }

    private void look(Line line) {
        shown |= isPositive(line, "impressions");
        for (String column : COLUMNS) {
            if (isPositive(line, column)) {
                counted.add(column);
            } else if (line.text(column).isPresent()) {
                zero.add(column);
            }
        }
    }

    private static boolean isPositive(Line line, String column) {
        try {
            OptionalDouble value = line.decimal(column);
            return value.isPresent() && value.getAsDouble() > 0;
        } catch (BadValue _) {
            // Rejected with its reason when the row is read.
            return false;
        }
    }
}
