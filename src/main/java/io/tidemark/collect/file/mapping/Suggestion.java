package io.tidemark.collect.file.mapping;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// A first mapping of an unknown table, for a person to correct and confirm.
///
/// @param mapping a draft: it may still lack what only a person knows
/// @param open members of the mapping that somebody has to decide
/// @param header the names as the file writes them
/// @param sample the first rows below it, shortened
public record Suggestion(
        Mapping mapping,
        List<String> open,
        String part,
        long headerRow,
        List<String> header,
        List<List<String>> sample) {
    public Suggestion {
        open = List.copyOf(open);
        header = List.copyOf(header);
        sample = List.copyOf(sample);
    }

    public JsonNode toJson() {
        return MappingJson.tree(this);
    }
}
