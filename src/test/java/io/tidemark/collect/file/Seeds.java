package io.tidemark.collect.file;

import io.tidemark.collect.file.table.Cell;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Limits;
import io.tidemark.collect.file.table.Part;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.RowCursor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The beginnings of all export files among the resources, as tables to be changed. A format joins by laying a file of
/// its shape into `src/test/resources/exports`.
final class Seeds {
    private static final Set<String> ABOUT = Set.of("LICENSE", "SOURCE.md");
    private static final int ROWS = 40;

    private Seeds() {}

    /// @param file the name it is imported under
    record Seed(String file, String part, List<List<String>> rows) {
        List<List<String>> copy() {
            List<List<String>> copy = new ArrayList<>();
            rows.forEach(row -> copy.add(new ArrayList<>(row)));
            return copy;
        }
    }

    static List<Path> files() {
        try (Stream<Path> files = Files.walk(Import.resource(""))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !ABOUT.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Seed> all() {
        List<Seed> seeds = new ArrayList<>();
        for (Path path : files()) {
            String name = path.getFileName().toString();
            try (ExportFile file = ExportFile.open(path, name, Limits.STANDARD)) {
                file.parts().forEach(part -> seeds.add(new Seed(name, part.name(), beginning(part))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return seeds;
    }

    private static List<List<String>> beginning(Part part) {
        List<List<String>> rows = new ArrayList<>();
        try (RowCursor cursor = part.open()) {
            Row row = cursor.next();
            while (row != null && rows.size() < ROWS) {
                rows.add(new ArrayList<>(row.cells().stream().map(Cell::text).toList()));
                row = cursor.next();
            }
        }
        return rows;
    }
}
