package io.tidemark.serve.export;

import io.tidemark.analytics.Period;
import io.tidemark.ledger.Versions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an exported file says about itself.
///
/// @param versions null for an answer, which tells its version itself
/// @param generatedAt the moment of which everything in it is
record About(ExportRequest request, @Nullable Versions versions, Instant generatedAt) {
    static final String DEMONSTRATION = "Demonstration data: invented, of no real business.";

    /// For the beginning of JSON.
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("business_id", request.owner().id());
        members.put("business", request.owner().name());
        members.put("demonstration", request.owner().demo());
        if (request.owner().demo()) {
            members.put("notice", DEMONSTRATION);
        }
        members.put("content", request.content().key());
        members.put("time_zone", request.owner().zone().getId());
        members.put("generated_at", generatedAt);
        members.put("as_of", request.asOf());
        if (versions != null) {
            members.put("data_version", versions.data());
        }
        Period period = request.period();
        members.put("period", period == null ? null : Map.of("from", period.from(), "to", period.to()));
        members.put("filters", request.filters());
        return members;
    }

    /// For the last sheet of a workbook.
    Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        members().forEach((name, value) -> {
            if (value != null && !(value instanceof Map)) {
                lines.put(name, value.toString());
            }
        });
        Period period = request.period();
        lines.put("period", period == null ? "all" : period.from() + " to " + period.to());
        lines.put(
                "filters",
                request.filters().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + String.join(",", entry.getValue()))
                        .collect(Collectors.joining("; ")));
        return lines;
    }

    /// The name of a sheet.
    String sheet(String content) {
        return request.owner().demo() ? content + " (demonstration)" : content;
    }
}
