package io.tidemark.collect.file.tiktok;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.RowCursor;
import io.tidemark.ledger.Observation;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/// Rows of a distribution of followers, each a fraction of all, as of the export. Some files give percent under the
/// same name: a share above 1 gives them away.
final class ShareRows implements Reading.RowReader {
    private static final String SHARE = "distribution";

    private final Reading reading;
    private final String column;
    private final String dimension;
    private final double whole;
    private final Set<String> seen = new HashSet<>();

    ShareRows(Reading reading, Header header) {
        this.reading = reading;
        this.column = header.has("gender") ? "gender" : "top territories";
        this.dimension = header.has("gender") ? "gender" : "geography";
        this.whole = isInPercent(header) ? 100 : 1;
    }

    private static boolean isInPercent(Header header) {
        try (RowCursor rows = header.part().open()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (row.number() > header.row() && isAboveOne(new Line(header, row))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isAboveOne(Line line) {
        try {
            OptionalDouble share = line.decimal(SHARE);
            return share.isPresent() && share.getAsDouble() > 1;
        } catch (BadValue _) {
            // Rejected with its reason when the row is read.
            return false;
        }
    }

    @Override
    public Outcome read(Line line) {
        String key = line.text(column).orElseThrow(() -> line.bad(column, Reason.NO_SUBJECT.said()));
        OptionalDouble share = line.decimal(SHARE);
        if (!seen.add(key)) {
            return Outcome.DUPLICATE;
        }
        List<Observation> parts = share.isEmpty()
                ? List.of()
                : List.of(new Observation.OfBreakdown(
                        reading.account(),
                        dimension,
                        key,
                        "tiktok.share_of_followers",
                        null,
                        null,
                        share.getAsDouble() / whole,
                        reading.observedAt()));
        return new Outcome(Outcome.Fate.BREAKDOWN, parts);
    }
}
