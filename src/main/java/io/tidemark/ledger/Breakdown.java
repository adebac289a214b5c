package io.tidemark.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a metric of an account splits up by a dimension, as one source said it last.
///
/// @param dimension such as `geography`
/// @param metric of the dictionary, or the source's own name of what it counts
/// @param periodFrom null where the source names no period
/// @param sourceFormat what kind of source said it
/// @param statedTotal what the source itself gives as the total, beside the parts; null where it gives none
/// @param keys how many keys there are
/// @param largest the keys with the largest values, the largest first
public record Breakdown(
        long accountId,
        String dimension,
        String metric,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        Instant observedAt,
        long sourceId,
        String sourceKind,
        String sourceFormat,
        @Nullable Double statedTotal,
        int keys,
        List<Part> largest) {
    public Breakdown {
        largest = List.copyOf(largest);
    }

    Breakdown with(List<Part> parts) {
        return new Breakdown(
                accountId,
                dimension,
                metric,
                periodFrom,
                periodTo,
                observedAt,
                sourceId,
                sourceKind,
                sourceFormat,
                statedTotal,
                keys,
                parts);
    }

    public record Part(String key, double value) {}
}
