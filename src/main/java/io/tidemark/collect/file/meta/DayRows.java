package io.tidemark.collect.file.meta;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.Cell;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.RowCursor;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalDouble;
import java.util.TreeSet;

/// Rows of a daily file: a day, and the one number of it.
final class DayRows implements Reading.RowReader {
    private static final int LENGTH_OF_DATE = 10;

    private final Reading reading;
    private final AccountKey account;
    private final Metric metric;
    private final NavigableSet<LocalDate> stated;
    private final Map<String, Double> seen;

    /// @param stated all days of the table
    /// @param seen values by account, metric and day, shared by all tables of the file
    DayRows(
            Reading reading,
            AccountKey account,
            Metric metric,
            NavigableSet<LocalDate> stated,
            Map<String, Double> seen) {
        this.reading = reading;
        this.account = account;
        this.metric = metric;
        this.stated = stated;
        this.seen = seen;
    }

    /// All days of a table; those that cannot be read are left to the reading.
    static NavigableSet<LocalDate> stated(Block block) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        try (RowCursor rows = block.header().part().open()) {
            for (Row row = rows.next(); row != null && row.number() < block.end(); row = rows.next()) {
                if (row.number() > block.header().row()) {
                    add(days, new Line(block.header(), row));
                }
            }
        }
        return days;
    }

    private static void add(NavigableSet<LocalDate> days, Line line) {
        try {
            days.add(day(line));
        } catch (BadValue _) {
            // Between two tables, or rejected with its reason when the row is read.
        }
    }

    @Override
    public Outcome read(Line line) {
        if (Block.isBetween(line.row()) && !hasDay(line)) {
            return Outcome.NOTE;
        }
        LocalDate day = day(line);
        OptionalDouble value = line.count("primary");
        if (value.isEmpty()) {
            return new Outcome(Outcome.Fate.DAY, List.of());
        }
        Double before = seen.putIfAbsent(account.platform() + metric.key() + day, value.getAsDouble());
        if (before != null) {
            return repeated(line, before, value.getAsDouble());
        }
        List<Observation> observations = new ArrayList<>(List.of(fact(day, value.getAsDouble())));
        if (metric == Metric.FOLLOWS) {
            daysWithoutFollows(day).forEach(empty -> observations.add(fact(empty, 0)));
        }
        return new Outcome(Outcome.Fate.DAY, observations);
    }

    private static Outcome repeated(Line line, double before, double value) {
        if (before == value) {
            return Outcome.DUPLICATE;
        }
        throw line.bad("primary", Reason.OTHER_VALUE_BEFORE.said());
    }

    /// Meta leaves out the days on which nobody followed: those between two stated days are zeros that it means.
    private List<LocalDate> daysWithoutFollows(LocalDate day) {
        LocalDate next = stated.higher(day);
        return next == null ? List.of() : day.plusDays(1).datesUntil(next).toList();
    }

    private Observation fact(LocalDate day, double value) {
        return new Observation.OfDay(
                account,
                null,
                day,
                account.platform().bucketZone(),
                MetricValues.of(Map.of(metric, value)),
                reading.observedAt());
    }

    private static boolean hasDay(Line line) {
        return !line.cell("date").isBlank()
                && Character.isDigit(line.cell("date").stripped().charAt(0));
    }

    /// The hour is noise: it moves with daylight saving time.
    private static LocalDate day(Line line) {
        Cell cell = line.cell("date");
        if (!(cell instanceof Cell.Text) || cell.stripped().length() <= LENGTH_OF_DATE) {
            return line.requiredDay("date", DayStyle.ISO);
        }
        try {
            return DayStyle.ISO.read(new Cell.Text(cell.stripped().substring(0, LENGTH_OF_DATE)));
        } catch (BadValue e) {
            throw line.bad("date", e.reason());
        }
    }
}
