package io.tidemark.collect.connector;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What came back.
///
/// @param headers by lower-case name
/// @param body null where it is not JSON
public record ApiResponse(
        String endpoint,
        int status,
        Map<String, List<String>> headers,
        @Nullable JsonNode body) {
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)))
                .filter(values -> !values.isEmpty())
                .map(List::getFirst);
    }
}
