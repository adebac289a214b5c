package io.tidemark.serve.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void whatAKilledServerLeftBehindGoesAfterADay(@TempDir Path directory) throws IOException {
        Path old = upload(directory, "old", "2026-11-19T11:59:59Z");
        Path recent = upload(directory, "recent", "2026-11-19T12:00:01Z");

        Uploads uploads = new Uploads(directory, Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(uploads).isNotNull();
        assertThat(old).doesNotExist();
        assertThat(recent).exists();
    }

    private static Path upload(Path directory, String name, String at) throws IOException {
        Path file = Files.createFile(directory.resolve(name));
        return Files.setLastModifiedTime(file, FileTime.from(Instant.parse(at)));
    }
}
