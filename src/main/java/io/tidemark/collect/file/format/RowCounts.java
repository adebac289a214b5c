package io.tidemark.collect.file.format;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Fates of the rows below the headers; `total` is always the sum of the others.
///
/// @param notes rows that are no record: descriptions of columns, footers, remarks about an error of the platform
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record RowCounts(
        long total, long posts, long days, long duplicates, long totals, long breakdowns, long notes, long rejected) {
    public static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0, 0, 0, 0);
}
