package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportFilesTest {
    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "Date,Views\n");
    }

    @Test
    void aFolderStandsForItsFilesInOrder() throws IOException {
        Path later = file("exports/b/Visits.csv");
        Path first = file("exports/a.xlsx");
        file("exports/.DS_Store");
        file("exports/.cache/old.csv");
        file("exports/b/Thumbs.db");
        file("exports/__MACOSX/a.xlsx");
        Path named = folder.resolve("missing.csv");

        List<Path> files = new ImportFiles(notes::add).of(List.of(named, folder.resolve("exports")));

        assertThat(files).containsExactly(named, first, later);
        assertThat(notes).hasSize(4).anySatisfy(note -> assertThat(note).contains(".DS_Store", "passed over"));
    }

    @Test
    void aFolderWithoutFilesIsRefused() throws IOException {
        file("empty/.DS_Store");

        assertThatThrownBy(() -> new ImportFiles(notes::add).of(List.of(folder.resolve("empty"))))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("no file to import");
    }
}
