package io.tidemark.serve.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How rows are written down.
enum ExportFormat {
    CSV("text/csv;charset=UTF-8"),
    JSON("application/json"),
    NDJSON("application/x-ndjson"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String contentType;

    ExportFormat(String contentType) {
        this.contentType = contentType;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String contentType() {
        return contentType;
    }

    static Optional<ExportFormat> find(String key) {
        return Arrays.stream(values()).filter(f -> f.key().equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(ExportFormat::key).toList();
    }
}
