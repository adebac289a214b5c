package io.tidemark.serve.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.ExportColumn;
import io.tidemark.serve.http.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewRowsTest {
    @Test
    void listsGiveRowsAndEverythingElseTheFirst() {
        ViewRows rows = rows("""
                {"business_id": 1, "period": {"from": "2026-01-01"}, "tags": ["a", "b"],
                 "points": [{"date": "2026-01-01", "metrics": {"likes": {"value": 5}}},
                            {"date": "2026-01-02", "metrics": {"likes": {"value": null}}}],
                 "nested": {"slots": [{"hour": 3}]}}
                """);

        assertThat(rows.columns().stream().map(c -> c.name() + ":" + c.kind()))
                .containsExactly(
                        "part:TEXT",
                        "business_id:NUMBER",
                        "period.from:TEXT",
                        "tags:TEXT",
                        "date:TEXT",
                        "metrics.likes.value:NUMBER",
                        "hour:NUMBER");
        assertThat(table(rows))
                .containsExactly(
                        List.of("answer", "1", "2026-01-01", "[\"a\",\"b\"]", "-", "-", "-"),
                        List.of("points", "-", "-", "-", "2026-01-01", "5", "-"),
                        List.of("points", "-", "-", "-", "2026-01-02", "-", "-"),
                        List.of("nested.slots", "-", "-", "-", "-", "-", "3"));
    }

    @Test
    void aColumnOfNumbersAndTextIsText() {
        ViewRows rows = rows("[{\"a\": null}, {\"a\": 1}, {\"a\": \"x\"}, {\"b\": true}]");

        assertThat(rows.columns())
                .extracting(ExportColumn::kind)
                .containsExactly(ExportColumn.Kind.TEXT, ExportColumn.Kind.TEXT, ExportColumn.Kind.BOOLEAN);
    }

    private static ViewRows rows(String json) {
        return new ViewRows(ViewRows.parts(Json.mapper().readTree(json)));
    }

    private static List<List<String>> table(ViewRows rows) {
        List<List<String>> table = new ArrayList<>();
        Row row = new Row(rows.columns().size());
        for (int i = 0; i < rows.size(); i++) {
            rows.fill(i, row);
            List<String> cells = new ArrayList<>();
            for (int cell = 0; cell < row.size(); cell++) {
                cells.add(row.isNull(cell) ? "-" : row.text(cell));
            }
            table.add(cells);
        }
        return table;
    }
}
