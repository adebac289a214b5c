package io.tidemark.serve.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A buffer before a stream, for one thread: writing single bytes costs next to nothing.
final class ByteSink {
    private static final int SIZE = 1 << 15;

    private final OutputStream out;
    private final byte[] buffer = new byte[SIZE];
    private int size;

    ByteSink(OutputStream out) {
        this.out = out;
    }

    void put(int value) throws IOException {
        if (size == SIZE) {
            drain();
        }
        buffer[size++] = (byte) value;
    }

    void put(byte[] bytes) throws IOException {
        put(bytes, 0, bytes.length);
    }

    void put(byte[] bytes, int from, int end) throws IOException {
        int length = end - from;
        if (length > SIZE - size) {
            drain();
            if (length > SIZE) {
                out.write(bytes, from, length);
                return;
            }
        }
        System.arraycopy(bytes, from, buffer, size, length);
        size += length;
    }

    void put(String text) throws IOException {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Hands everything to the stream, without flushing that.
    void drain() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }
}
