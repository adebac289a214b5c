package io.tidemark.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which rows of a table are to be exported. What does not apply to the table is not looked at.
///
/// @param asOf null for the present
/// @param from first day, null for no bound; which date of a row counts, [ExportTable#dated] says
/// @param to last day, null for no bound
/// @param accounts null for all
/// @param contentTypes empty for all
/// @param bases empty for all
/// @param granularities empty for all
public record ExportQuery(
        ExportTable table,
        @Nullable Instant asOf,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Set<Long> accounts,
        Set<String> contentTypes,
        Set<String> bases,
        Set<String> granularities) {
    public ExportQuery {
        accounts = accounts == null ? null : Set.copyOf(accounts);
        contentTypes = Set.copyOf(contentTypes);
        bases = Set.copyOf(bases);
        granularities = Set.copyOf(granularities);
    }

    /// All rows that count.
    public static ExportQuery everything(ExportTable table, @Nullable Instant asOf) {
        return new ExportQuery(table, asOf, null, null, null, Set.of(), Set.of(), Set.of());
    }
}
