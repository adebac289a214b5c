package io.tidemark.serve.export;

import io.tidemark.ledger.ExportColumn;
import io.tidemark.ledger.ExportTable;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Renders the part of `docs/export.md` that lists every header of every dataset.
final class ExportPage {
    private ExportPage() {}

    static String headers() {
        StringBuilder page = new StringBuilder();
        for (Dataset dataset : Dataset.values()) {
            ExportTable table = dataset.table();
            if (table == null) {
                continue;
            }
            String filters = Stream.of(
                            "range",
                            "from",
                            "to",
                            "platform",
                            "account_id",
                            "group",
                            "content_type",
                            "boosted",
                            "label",
                            "basis",
                            "granularity")
                    .filter(filter -> dataset.takes(filter))
                    .collect(Collectors.joining(", "));
            page.append("### ").append(dataset.key()).append("\n\n");
            page.append("Filters: ").append(filters).append(", as_of. A row lies in a period by: ");
            page.append(table.dated()).append(".\n\n| column | kind | meaning |\n|---|---|---|\n");
            for (ExportColumn column : dataset.columns()) {
                page.append("| `%s` | %s | %s |%n"
                        .formatted(column.name(), column.kind().name().toLowerCase(Locale.ROOT), column.meaning()));
            }
            page.append('\n');
        }
        return page.toString().stripTrailing() + "\n";
    }
}
