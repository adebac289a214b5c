package io.tidemark.collect.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Builds archives entry by entry.
public final class Zip {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    /// An entry whose time says nothing, as of archives made without a clock.
    public Zip add(String name, String content) {
        return add(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public Zip add(String name, byte[] content) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        return add(entry, content);
    }

    public Zip addAt(String name, Instant time, String content) {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(time));
        return add(entry, content.getBytes(StandardCharsets.UTF_8));
    }

    /// An entry with a clock reading of an unknown zone.
    public Zip addAt(String name, LocalDateTime time, String content) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        return add(entry, content.getBytes(StandardCharsets.UTF_8));
    }

    private Zip add(ZipEntry entry, byte[] content) {
        try {
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
