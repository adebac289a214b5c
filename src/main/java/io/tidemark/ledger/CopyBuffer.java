package io.tidemark.ledger;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows on their way into one table through COPY's binary format, sent in pieces of about a megabyte.
///
/// Binary, because numbers written as text cost both sides more than everything else. Every value must be of exactly
/// the column's type: `add` of a long for `bigint`, [#addInt] for `integer`, [#addSmall] for `smallint`, [#addJson] for
/// `jsonb`.
final class CopyBuffer {
    private static final int FLUSH_AT = 1 << 20;
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int NULL = -1;
    private static final int OID_OF_REAL = 700;
    /// Dimensions, flag for nulls, type, length and lower bound.
    private static final int ARRAY_HEADER = 5;
    private static final byte JSONB_VERSION = 1;

    private final Session session;
    private final String statement;
    private final short fields;
    private byte[] bytes = new byte[1 << 12];
    private int size;
    private boolean rowOpen;
    private long count;

    CopyBuffer(Session session, String table, String columns) {
        this.session = session;
        this.statement = "copy " + table + " (" + columns + ") from stdin with (format binary)";
        this.fields = (short) columns.split(",").length;
    }

    CopyBuffer add(@Nullable String value) {
        if (value == null) {
            return addNull();
        }
        // PostgreSQL's text cannot hold a zero character.
        byte[] text = value.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_8);
        begin(text.length);
        put(text);
        return this;
    }

    CopyBuffer addJson(String json) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        begin(text.length + 1);
        room(1);
        bytes[size++] = JSONB_VERSION;
        put(text);
        return this;
    }

    CopyBuffer addNull() {
        begin(NULL);
        return this;
    }

    CopyBuffer add(long value) {
        begin(Long.BYTES);
        putLong(value);
        return this;
    }

    CopyBuffer addInt(int value) {
        begin(Integer.BYTES);
        putInt(value);
        return this;
    }

    CopyBuffer addSmall(int value) {
        begin(Short.BYTES);
        putShort(value);
        return this;
    }

    CopyBuffer add(boolean value) {
        begin(1);
        room(1);
        bytes[size++] = (byte) (value ? 1 : 0);
        return this;
    }

    CopyBuffer add(@Nullable Boolean answer) {
        return answer == null ? addNull() : add(answer.booleanValue());
    }

    /// `NaN` is a missing value and becomes null.
    CopyBuffer add(double value) {
        return Double.isNaN(value) ? addNull() : add(Double.doubleToLongBits(value));
    }

    /// As `real[]`: `NaN` is a missing value and becomes null.
    CopyBuffer add(float[] values) {
        int missing = 0;
        for (float value : values) {
            missing += Float.isNaN(value) ? 1 : 0;
        }
        begin((ARRAY_HEADER + values.length) * Integer.BYTES + (values.length - missing) * Float.BYTES);
        putInt(1);
        putInt(missing > 0 ? 1 : 0);
        putInt(OID_OF_REAL);
        putInt(values.length);
        putInt(1);
        for (float value : values) {
            if (Float.isNaN(value)) {
                putInt(NULL);
            } else {
                putInt(Float.BYTES);
                putInt(Float.floatToIntBits(value));
            }
        }
        return this;
    }

    CopyBuffer add(@Nullable Instant value) {
        return value == null ? addNull() : add(BinaryTime.micros(value));
    }

    CopyBuffer add(@Nullable LocalDate value) {
        return value == null ? addNull() : addInt(BinaryTime.days(value));
    }

    CopyBuffer add(MetricValues values, List<Metric> metrics) {
        for (Metric metric : metrics) {
            add(values.orNaN(metric));
        }
        return this;
    }

    void end() {
        rowOpen = false;
        count++;
        if (size > FLUSH_AT) {
            flush();
        }
    }

    long count() {
        return count;
    }

    void flush() {
        if (size > 0) {
            room(Short.BYTES);
            putShort(NULL);
            session.copyIn(statement, bytes, size);
            size = 0;
        }
    }

    /// Starts a field of a length, and its row where it is the first.
    private void begin(int length) {
        if (!rowOpen) {
            if (size == 0) {
                put(SIGNATURE);
            }
            putShort(fields);
            rowOpen = true;
        }
        putInt(length);
    }

    private void put(byte[] source) {
        room(source.length);
        System.arraycopy(source, 0, bytes, size, source.length);
        size += source.length;
    }

    private void putShort(int value) {
        room(Short.BYTES);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    private void putInt(int value) {
        putShort(value >> 16);
        putShort(value);
    }

    private void putLong(long value) {
        putInt((int) (value >> 32));
        putInt((int) value);
    }

    private void room(int wanted) {
        if (size + wanted > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + wanted, bytes.length * 2));
        }
    }
}
