package io.tidemark.collect.file.tiktok;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.ledger.Observation;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/// Rows of a distribution of followers, each a fraction of all, as of the export.
final class ShareRows implements Reading.RowReader {
    private final Reading reading;
    private final String column;
    private final String dimension;
    private final Set<String> seen = new HashSet<>();

    ShareRows(Reading reading, Header header) {
        this.reading = reading;
        this.column = header.has("gender") ? "gender" : "top territories";
        this.dimension = header.has("gender") ? "gender" : "geography";
    }

    @Override
    public Outcome read(Line line) {
        String key = line.text(column).orElseThrow(() -> line.bad(column, "the row does not say what it is about"));
        OptionalDouble share = line.decimal("distribution");
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
                        share.getAsDouble(),
                        reading.observedAt()));
        return new Outcome(Outcome.Fate.BREAKDOWN, parts);
    }
}
