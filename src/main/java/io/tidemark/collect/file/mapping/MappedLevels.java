package io.tidemark.collect.file.mapping;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.Line;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.MetricValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Rows that are levels of accounts at a moment: of a day, of the reading that the row names, or of the file.
final class MappedLevels implements Reading.RowReader {
    private final MappedTable table;
    private final Reading reading;
    private final MappedNumbers numbers;
    private final Set<Seen> seen;

    record Seen(List<Alias> account, Instant at) {}

    /// @param seen shared by the tables of a file
    MappedLevels(MappedTable table, Reading reading, Set<Seen> seen) {
        this.table = table;
        this.reading = reading;
        this.seen = seen;
        numbers = new MappedNumbers(table);
    }

    @Override
    public Outcome read(Line line) {
        MappedRow row = new MappedRow(table, line.row());
        AccountKey account = RowAccounts.of(table.mapping(), row, reading);
        Instant at = row.day(Role.DAY)
                .map(day -> reading.levelOf(day, MappedDays.dayZone(table.mapping(), account)))
                .orElseGet(() -> row.observedAt(reading.observedAt()));
        MetricValues values = numbers.of(row);
        List<Observation> observations = new ArrayList<>();
        if (!values.isEmpty()) {
            observations.add(new Observation.OfAccount(account, values, at));
        }
        numbers.natives(row, account.platform())
                .forEach((name, value) -> observations.add(
                        new Observation.OfBreakdown(account, "total", "level", name, null, null, value, at)));
        return seen.add(new Seen(account.aliases(), at))
                ? new Outcome(Outcome.Fate.DAY, observations)
                : Outcome.DUPLICATE;
    }
}
