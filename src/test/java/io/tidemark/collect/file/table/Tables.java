package io.tidemark.collect.file.table;

import io.tidemark.words.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Opens files and reads all their rows.
final class Tables {
    private final Path folder;
    private List<String> remarks = List.of();
    private List<String> downloads = List.of();

    Tables(Path folder) {
        this.folder = folder;
    }

    /// Rows by part.
    Map<String, List<Row>> open(byte[] content) throws IOException {
        Path path = Files.write(folder.resolve("content"), content);
        try (ExportFile file = ExportFile.open(path, "file", Limits.STANDARD)) {
            remarks = file.remarks().stream().map(Said::english).toList();
            downloads = file.downloads().stream().map(ExportFile::name).toList();
            Map<String, List<Row>> tables = new LinkedHashMap<>();
            for (Part part : file.parts()) {
                tables.put(part.name(), rows(part));
            }
            return tables;
        }
    }

    List<Row> rows(byte[] content, String part) throws IOException {
        return Objects.requireNonNull(open(content).get(part), part);
    }

    private static List<Row> rows(Part part) {
        List<Row> rows = new ArrayList<>();
        try (RowCursor cursor = part.open()) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    List<String> remarks() {
        return remarks;
    }

    List<String> downloads() {
        return downloads;
    }

    /// What this program keeps in the folder for temporary files.
    static List<Path> temporary(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> file.getFileName().toString().startsWith("tidemark-") && Files.isRegularFile(file))
                    .toList();
        }
    }
}
