package io.tidemark.collect.file.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tidemark.collect.file.table.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Columns that are readings of one counter, one after the other: the n-th was read n steps after the start.
///
/// @param metric key of the dictionary
/// @param columns their names, with `{n}` for the number, from 1
/// @param minutes length of a step
/// @param from the start; null for the publication of each post
public record Series(
        @JsonProperty(required = true) String metric,
        @JsonProperty(required = true) String columns,
        @JsonProperty(required = true) int minutes,
        @Nullable Instant from) {
    static final String NUMBER = "{n}";

    /// The normalised name of the n-th column.
    String column(int n) {
        return Vocabulary.normalise(columns.replace(NUMBER, Integer.toString(n)));
    }

    Instant readAt(Instant start, int n) {
        return start.plus(Duration.ofMinutes((long) minutes * n));
    }
}
