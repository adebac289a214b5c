package io.tidemark.serve.export;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The cells of one row as UTF-8, used over and over: a row leaves no garbage but what the database driver makes.
///
/// Times and booleans are held as they are written: ISO 8601 with `Z`, `true` and `false`.
final class Row {
    private static final long LARGEST_EXACT = 1L << 53;
    private static final int NULL = -1;
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    private final int[] starts;
    private final int[] ends;
    private byte[] bytes = new byte[1024];
    private int cells;
    private int used;

    Row(int columns) {
        starts = new int[columns];
        ends = new int[columns];
    }

    int size() {
        return cells;
    }

    boolean isNull(int cell) {
        return ends[cell] == NULL;
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int cell) {
        return starts[cell];
    }

    int end(int cell) {
        return ends[cell];
    }

    String text(int cell) {
        return new String(bytes, starts[cell], ends[cell] - starts[cell], StandardCharsets.UTF_8);
    }

    long number(int cell) {
        long number = 0;
        for (int i = starts[cell]; i < ends[cell]; i++) {
            number = number * 10 + (bytes[i] - '0');
        }
        return number;
    }

    // From COPY ---------------------------------------------------------------------------------------------------

    /// Takes over a line of COPY's text format; escapes are undone in place, since they only ever shrink.
    void takeCopyLine(byte[] line) {
        bytes = line;
        cells = 0;
        int end = line.length > 0 && line[line.length - 1] == '\n' ? line.length - 1 : line.length;
        int read = 0;
        while (read <= end) {
            read = takeCell(read, end) + 1;
        }
    }

    /// @return where the cell ends in the line
    private int takeCell(int from, int end) {
        int read = from;
        while (read < end && bytes[read] != '\t' && bytes[read] != '\\') {
            read++;
        }
        if (read < end && bytes[read] == '\\') {
            return takeEscapedCell(from, read, end);
        }
        append(from, read);
        return read;
    }

    private int takeEscapedCell(int from, int firstEscape, int end) {
        if (firstEscape == from && bytes[from + 1] == 'N' && (from + 2 == end || bytes[from + 2] == '\t')) {
            append(from, NULL);
            return from + 2;
        }
        int read = firstEscape;
        int write = firstEscape;
        while (read < end && bytes[read] != '\t') {
            byte b = bytes[read++];
            bytes[write++] = b == '\\' ? unescaped(bytes[read++]) : b;
        }
        append(from, write);
        return read;
    }

    private static byte unescaped(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0b;
            default -> letter;
        };
    }

    private void append(int start, int end) {
        starts[cells] = start;
        ends[cells] = end;
        cells++;
    }

    /// PostgreSQL's `2026-03-10 09:00:00.5+00`, in a session whose zone is UTC, as `2026-03-10T09:00:00.5Z`.
    void asTime(int cell) {
        if (isNull(cell)) {
            return;
        }
        for (int i = starts[cell]; i < ends[cell]; i++) {
            if (bytes[i] == ' ') {
                bytes[i] = 'T';
                break;
            }
        }
        int zone = ends[cell] - 3;
        if (zone < starts[cell] || bytes[zone] != '+' || bytes[zone + 1] != '0' || bytes[zone + 2] != '0') {
            throw new IllegalStateException("Not a time in UTC: " + text(cell));
        }
        bytes[zone] = 'Z';
        ends[cell] = zone + 1;
    }

    // From values -------------------------------------------------------------------------------------------------

    Row clear() {
        cells = 0;
        used = 0;
        return this;
    }

    Row add(@Nullable String text) {
        if (text == null) {
            append(0, NULL);
            return this;
        }
        return addBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    Row add(long number) {
        return addBytes(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
    }

    Row add(@Nullable Boolean answer) {
        return answer == null ? add((String) null) : add(answer.booleanValue());
    }

    Row add(boolean value) {
        return addBytes(value ? TRUE : FALSE);
    }

    /// `NaN` is a missing value.
    Row add(double number) {
        if (!Double.isFinite(number)) {
            return add((String) null);
        }
        boolean whole = number == Math.rint(number) && Math.abs(number) <= LARGEST_EXACT;
        return whole
                ? add((long) number)
                : add(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
    }

    Row add(@Nullable Instant time) {
        return add(time == null ? null : time.toString());
    }

    private Row addBytes(byte[] more) {
        if (used + more.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + more.length));
        }
        System.arraycopy(more, 0, bytes, used, more.length);
        append(used, used + more.length);
        used += more.length;
        return this;
    }
}
