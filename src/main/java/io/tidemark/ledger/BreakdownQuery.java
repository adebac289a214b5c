package io.tidemark.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which breakdowns are wanted: the latest of each account, dimension and metric.
///
/// @param dimension null for all
/// @param asOf null for the present
/// @param limit how many keys of each are wanted, those with the largest values
public record BreakdownQuery(
        List<Long> accountIds,
        @Nullable String dimension,
        @Nullable Instant asOf,
        int limit) {
    public BreakdownQuery {
        accountIds = List.copyOf(accountIds);
    }
}
