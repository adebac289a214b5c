package io.tidemark.collect.file.x;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.UnknownColumns;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Rows of days of an account. X cuts its days in UTC, and revises the newest ones in later exports.
final class XDayRows implements Reading.RowReader {
    private final Reading reading;
    private final Set<String> uncounted;
    private final Set<LocalDate> seen;

    private XDayRows(Reading reading, Set<String> uncounted, Set<LocalDate> seen) {
        this.reading = reading;
        this.uncounted = uncounted;
        this.seen = seen;
    }

    /// @param seen days of tables that were read before; takes those of this one
    static XDayRows of(Reading reading, Header table, Set<LocalDate> seen) {
        UnknownColumns.warn(reading.tally(), table, XNumbers::isKnown);
        return new XDayRows(reading, UncountedViews.in(table, reading.tally()), seen);
    }

    @Override
    public Outcome read(Line line) {
        LocalDate day = line.requiredDay("date", DayStyle.ENGLISH_MONTH);
        MetricValues values = XNumbers.values(line, uncounted);
        List<Observation> observations = new ArrayList<>();
        if (!values.isEmpty()) {
            observations.add(new Observation.OfDay(
                    reading.account(), null, day, Platform.X.bucketZone(), values, reading.observedAt()));
        }
        XNumbers.natives(line, uncounted)
                .forEach((metric, value) -> observations.add(part("total", "day", metric, day, value)));
        XNumbers.promoted(line)
                .forEach((metric, value) -> observations.add(part("delivery", "promoted", metric, day, value)));
        return seen.add(day) ? new Outcome(Outcome.Fate.DAY, observations) : Outcome.DUPLICATE;
    }

    private Observation part(String dimension, String key, String metric, LocalDate day, double value) {
        return new Observation.OfBreakdown(
                reading.account(), dimension, key, metric, day, day, value, reading.observedAt());
    }
}
