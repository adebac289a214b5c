package io.tidemark.collect.file.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// What one column is.
///
/// @param name as the header writes it; case and spaces make no difference
/// @param occurrence which one is meant where the name occurs several times, from 1; null for the first
/// @param metric key of the dictionary for a metric; for a native number its name, else that of the column
/// @param unit for durations; null for seconds
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MappedColumn(
        @JsonProperty(required = true) String name,
        @Nullable Integer occurrence,
        @JsonProperty(required = true) Role role,
        @Nullable String metric,
        @Nullable DurationUnit unit) {
    public static MappedColumn of(String name, Role role) {
        return new MappedColumn(name, null, role, null, null);
    }

    public static MappedColumn of(String name, String metric) {
        return new MappedColumn(name, null, Role.METRIC, metric, null);
    }

    /// How many columns of the name stand before it.
    int before() {
        return occurrence == null ? 0 : occurrence - 1;
    }
}
