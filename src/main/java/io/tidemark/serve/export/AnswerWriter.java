package io.tidemark.serve.export;

import io.tidemark.serve.export.ExportRequest.OfView;
import io.tidemark.serve.http.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes an answer in any format: whole, or the parts of it that are wanted.
final class AnswerWriter {
    /// What a file of parts keeps of the answer, so that they can be understood without it.
    private static final List<String> CONTEXT = List.of(
            "period",
            "comparison",
            "from",
            "to",
            "week",
            "time_zone",
            "as_of",
            "data_version",
            "definition",
            "definitions");

    private AnswerWriter() {}

    static void write(JsonNode answer, About about, OutputStream out) throws IOException {
        List<String> parts =
                about.request().content() instanceof OfView(String ignored, List<String> named) ? named : List.of();
        ViewRows rows = new ViewRows(parts.isEmpty() ? ViewRows.parts(answer) : AnswerParts.of(answer, parts));
        switch (about.request().format()) {
            case JSON ->
                out.write(Json.mapper()
                        .writeValueAsBytes(parts.isEmpty() ? answer : narrowed(answer, about, parts, rows)));
            case NDJSON -> lines(rows, out);
            case CSV, XLSX -> table(rows, about, out);
        }
    }

    private static ObjectNode narrowed(JsonNode answer, About about, List<String> parts, ViewRows rows) {
        ObjectNode file = Json.mapper().valueToTree(about.members());
        for (String name : CONTEXT) {
            JsonNode value = answer.get(name);
            if (value != null) {
                file.set(name, value);
            }
        }
        file.set("parts", Json.mapper().valueToTree(parts));
        ArrayNode all = file.putArray("rows");
        for (ViewRows.Part part : rows.parts()) {
            ObjectNode row = all.addObject().put("part", part.name());
            if (part.value() instanceof ObjectNode object) {
                row.setAll(object);
            } else {
                row.set("value", part.value());
            }
        }
        return file.put("row_count", rows.size()).put("complete", true);
    }

    private static void table(ViewRows rows, About about, OutputStream out) throws IOException {
        RowWriter writer =
                Exporter.writer(rows.columns(), about.request().content().key(), about, out);
        Row row = new Row(rows.columns().size());
        writer.begin();
        for (int i = 0; i < rows.size(); i++) {
            rows.fill(i, row);
            writer.row(row);
        }
        writer.end();
    }

    private static void lines(ViewRows rows, OutputStream out) throws IOException {
        ByteSink sink = new ByteSink(out);
        for (ViewRows.Part part : rows.parts()) {
            sink.put("{\"part\":" + Json.mapper().writeValueAsString(part.name()) + ",");
            sink.put(Json.mapper().writeValueAsString(part.value()).substring(1));
            sink.put('\n');
        }
        sink.drain();
    }
}
