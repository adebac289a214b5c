package io.tidemark.ledger;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of COPY's binary format, read field by field from the left. Valid during the call that hands it over.
final class BinaryRow {
    private static final int HEADER = 19;

    private byte[] bytes = new byte[0];
    private int at;
    private boolean started;

    /// Takes the next message of the server.
    ///
    /// @return false at the end of the stream
    boolean next(byte[] message) {
        bytes = message;
        at = 0;
        if (!started) {
            started = true;
            at = HEADER;
        }
        return at < bytes.length && readShort() >= 0;
    }

    long nextLong() {
        expect(Long.BYTES);
        return readLong();
    }

    int nextInt() {
        expect(Integer.BYTES);
        return readInt();
    }

    boolean nextBoolean() {
        expect(1);
        return bytes[at++] != 0;
    }

    /// Null where nobody said.
    @Nullable
    Boolean nextAnswer() {
        return readInt() < 0 ? null : bytes[at++] != 0;
    }

    /// `NaN` where it is null.
    double nextDouble() {
        return readInt() < 0 ? Double.NaN : Double.longBitsToDouble(readLong());
    }

    @Nullable
    String nextText() {
        int length = readInt();
        if (length < 0) {
            return null;
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    String requiredText() {
        String text = nextText();
        if (text == null) {
            throw new IllegalStateException("a text is null");
        }
        return text;
    }

    @Nullable
    Instant nextInstant() {
        return readInt() < 0 ? null : BinaryTime.instant(readLong());
    }

    /// An integer, or a number for null.
    int nextInt(int ifNull) {
        return readInt() < 0 ? ifNull : readInt();
    }

    /// A `bigint`, or a number for null.
    long nextLong(long ifNull) {
        return readInt() < 0 ? ifNull : readLong();
    }

    /// A text that is one of few, not null.
    <T> T nextWord(Words<T> words) {
        int length = readInt();
        T word = words.find(bytes, at, length);
        at += length;
        return word;
    }

    LocalDate nextDay() {
        return BinaryTime.day(nextInt());
    }

    int nextEpochDay() {
        return BinaryTime.epochDay(nextInt());
    }

    /// Consecutive columns; null stays missing.
    MetricValues nextValues(List<Metric> metrics) {
        MetricValues.Builder values = MetricValues.builder();
        for (Metric metric : metrics) {
            if (readInt() >= 0) {
                values.put(metric, Double.longBitsToDouble(readLong()));
            }
        }
        return values.build();
    }

    /// A `bigint[]` without nulls.
    long[] nextLongs() {
        readInt();
        int dimensions = readInt();
        at += 2 * Integer.BYTES;
        if (dimensions == 0) {
            return new long[0];
        }
        int length = readInt();
        at += Integer.BYTES;
        long[] values = new long[length];
        for (int i = 0; i < length; i++) {
            expect(Long.BYTES);
            values[i] = readLong();
        }
        return values;
    }

    /// A `real[]`, whose nulls are `NaN`; empty where it is null itself.
    float[] nextFloats() {
        if (readInt() < 0) {
            return new float[0];
        }
        int dimensions = readInt();
        at += 2 * Integer.BYTES;
        if (dimensions == 0) {
            return new float[0];
        }
        float[] values = new float[readInt()];
        at += Integer.BYTES;
        for (int i = 0; i < values.length; i++) {
            values[i] = readInt() < 0 ? Float.NaN : Float.intBitsToFloat(readInt());
        }
        return values;
    }

    private void expect(int length) {
        int found = readInt();
        if (found != length) {
            throw new IllegalStateException("a field of " + length + " bytes has " + found);
        }
    }

    private int readShort() {
        int value = (short) ((bytes[at] << 8) | (bytes[at + 1] & 0xff));
        at += Short.BYTES;
        return value;
    }

    private int readInt() {
        int value = (bytes[at] << 24)
                | ((bytes[at + 1] & 0xff) << 16)
                | ((bytes[at + 2] & 0xff) << 8)
                | (bytes[at + 3] & 0xff);
        at += Integer.BYTES;
        return value;
    }

    private long readLong() {
        long high = readInt();
        return (high << 32) | (readInt() & 0xffff_ffffL);
    }
}
