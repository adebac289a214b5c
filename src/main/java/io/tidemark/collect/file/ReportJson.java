package io.tidemark.collect.file;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reports as JSON, the same wherever they are written.
final class ReportJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private ReportJson() {}

    static String write(ImportReport report) {
        return MAPPER.writeValueAsString(report);
    }

    static ImportReport read(String json) {
        return MAPPER.readValue(json, ImportReport.class);
    }
}
