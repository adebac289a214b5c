package io.tidemark.collect.file;

import io.tidemark.words.Said;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Reports as JSON, the same wherever they are written.
final class ReportJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addModule(new SimpleModule("report").addSerializer(Said.class, new English()))
            .build();

    private ReportJson() {}

    static String write(ImportReport report) {
        return MAPPER.writeValueAsString(report);
    }

    static ImportReport read(String json) {
        return MAPPER.readValue(json, ImportReport.class);
    }

    /// Why an import failed is told to who asks; the ledger keeps those that did not.
    private static final class English extends ValueSerializer<Said> {
        @Override
        public void serialize(Said said, JsonGenerator out, SerializationContext context) {
            out.writeString(said.english());
        }
    }
}
