package io.tidemark.collect.file.table;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// A row that could not be understood and was left out.
///
/// @param part sheet or archive entry
/// @param row as a spreadsheet counts it, from 1, headers included
/// @param column as the file writes it; null when the row as a whole is the matter
/// @param reasonSaid what the reason is made from; null where that was not kept
/// @param text what stood there
/// @param original the whole row, its cells parted by commas as in a CSV file
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Reject(
        String part,
        long row,
        @Nullable String column,
        String reason,
        @Nullable JsonNode reasonSaid,
        String text,
        String original) {}
