package io.tidemark.collect.file.own;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.Observation;
import java.util.List;

/// Rows of the table of breakdowns: numbers for a part of an audience or for a whole period.
final class BreakdownRows implements Reading.RowReader {
    private final Reading reading;

    BreakdownRows(Reading reading) {
        this.reading = reading;
    }

    @Override
    public Outcome read(Line line) {
        OwnLine row = new OwnLine(line);
        return new Outcome(
                Outcome.Fate.BREAKDOWN,
                List.of(new Observation.OfBreakdown(
                        row.account(reading),
                        row.required("dimension"),
                        row.required("key"),
                        row.required("metric"),
                        line.day("period_from", DayStyle.ISO).orElse(null),
                        line.day("period_to", DayStyle.ISO).orElse(null),
                        line.decimal("value").orElseThrow(() -> line.bad("value", Reason.VALUE_MISSING.said())),
                        row.requiredTime("observed_at"))));
    }
}
