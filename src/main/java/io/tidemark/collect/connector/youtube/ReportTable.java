package io.tidemark.collect.connector.youtube;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.metric.MetricValues;
import io.tidemark.words.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A table of the Analytics API: rows of values, of which the headers say what they are.
record ReportTable(Map<String, Integer> columns, JsonNode rows) {
    private static final Sentence NO_TABLE =
            Sentence.of("youtube_without_table", "YouTube's analytics answer without a table.");

    ReportTable {
        columns = Map.copyOf(columns);
    }

    /// @throws CallFailed where it is no table
    static ReportTable of(JsonNode answer) {
        JsonNode headers = answer.path("columnHeaders");
        if (!headers.isArray()) {
            throw new CallFailed(new Fault.Unreadable(NO_TABLE.said()));
        }
        Map<String, Integer> columns = new HashMap<>();
        List<JsonNode> all = new ArrayList<>(headers.values());
        for (int column = 0; column < all.size(); column++) {
            columns.putIfAbsent(all.get(column).path("name").asString(""), column);
        }
        return new ReportTable(columns, answer.path("rows"));
    }

    /// The values of each row by what the row is about; without rows where there is nothing to tell.
    ///
    /// @param dimension what rows are about: `day`, `video`
    Map<String, MetricValues> by(String dimension) {
        Map<String, MetricValues> values = new LinkedHashMap<>();
        rows.valueStream().forEach(row -> {
            String about = cell(row, dimension).asString("");
            if (!about.isEmpty()) {
                values.put(about, ReportMetric.read(name -> cell(row, name)));
            }
        });
        return values;
    }

    private JsonNode cell(JsonNode row, String name) {
        Integer column = columns.get(name);
        return column == null ? MissingNode.getInstance() : row.path(column);
    }
}
