package io.tidemark.collect.file.table;

import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;

/// The texts that cells of an `.xlsx` workbook refer to by number. A large workbook has hundreds of megabytes of them,
/// so they lie in a temporary file that is mapped into memory; only where each begins is kept.
final class SharedStrings implements Closeable {
    private static final Sentence TOO_MANY_TEXTS = Sentence.of(
            "workbook_too_many_texts",
            "The workbook has more than {most} different texts: export a shorter period, or as CSV.");

    private static final int MOST = 1 << 23;

    private final Path file;
    private final Arena arena;
    private final MemorySegment texts;
    private final long[] ends;

    private SharedStrings(Path file, Arena arena, MemorySegment texts, long[] ends) {
        this.file = file;
        this.arena = arena;
        this.texts = texts;
        this.ends = ends;
    }

    static SharedStrings read(InputStream in) throws IOException {
        Path file = Files.createTempFile("tidemark-", ".strings");
        Arena arena = Arena.ofShared();
        try {
            long[] ends = spool(in, file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                MemorySegment texts = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
                return new SharedStrings(file, arena, texts, ends);
            }
        } catch (IOException | RuntimeException e) {
            arena.close();
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static long[] spool(InputStream in, Path file) throws IOException {
        long[] ends = new long[1 << 10];
        int count = 0;
        long end = 0;
        try (XmlPull xml = new XmlPull(in);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            while (xml.next()) {
                if (xml.begins("si")) {
                    byte[] text = XlsxText.of(xml).getBytes(StandardCharsets.UTF_8);
                    out.write(text);
                    end += text.length;
                    ends = count < ends.length ? ends : Arrays.copyOf(ends, bounded(2 * count));
                    ends[count++] = end;
                }
            }
        }
        return Arrays.copyOf(ends, count);
    }

    private static int bounded(int count) {
        if (count > MOST) {
            throw new ImportRefused("file_too_large", TOO_MANY_TEXTS.said(Map.of("most", Value.count(MOST / 2))));
        }
        return count;
    }

    /// @throws ImportRefused where there is no such text
    String get(String number) {
        int index = XmlPull.number(number);
        if (index >= ends.length) {
            throw XmlPull.damaged(null);
        }
        long start = index == 0 ? 0 : ends[index - 1];
        byte[] text = texts.asSlice(start, ends[index] - start).toArray(ValueLayout.JAVA_BYTE);
        return new String(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        arena.close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
