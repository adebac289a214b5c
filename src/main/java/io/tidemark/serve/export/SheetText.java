package io.tidemark.serve.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Text in a cell of a spreadsheet: escaped for XML, with what XML cannot hold as `_x0001_`, and cut with an ellipsis
/// at the 32,767 characters that a cell can hold.
final class SheetText {
    private static final int LONGEST = 32_767;
    private static final byte[] ELLIPSIS = "…".getBytes(StandardCharsets.UTF_8);

    void write(byte[] bytes, int from, int end, ByteSink out) throws IOException {
        int last = cut(bytes, from, end);
        int written = from;
        for (int i = from; i < last; i++) {
            String escape = escape(bytes, i, last);
            if (escape != null) {
                out.put(bytes, written, i);
                out.put(escape);
                written = i + (isNoncharacter(bytes, i, last) ? 3 : 1);
                i = written - 1;
            }
        }
        out.put(bytes, written, last);
        if (last < end) {
            out.put(ELLIPSIS);
        }
    }

    /// The end of what fits, never inside a character.
    private static int cut(byte[] bytes, int from, int end) {
        if (end - from <= LONGEST) {
            return end;
        }
        int units = 0;
        int beforeLast = from;
        for (int i = from; i < end; i++) {
            if ((bytes[i] & 0xc0) == 0x80) {
                continue;
            }
            // Four bytes of UTF-8 are two units of UTF-16, in which spreadsheets count.
            int width = (bytes[i] & 0xf8) == 0xf0 ? 2 : 1;
            if (units + width <= LONGEST - 1) {
                beforeLast = i;
            }
            units += width;
            if (units > LONGEST) {
                return next(bytes, beforeLast, end);
            }
        }
        return end;
    }

    private static int next(byte[] bytes, int at, int end) {
        int next = at + 1;
        while (next < end && (bytes[next] & 0xc0) == 0x80) {
            next++;
        }
        return next;
    }

    private static @Nullable String escape(byte[] bytes, int i, int end) {
        byte b = bytes[i];
        return switch (b) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '_' -> looksEscaped(bytes, i, end) ? "_x005F_" : null;
            case '\t', '\n' -> null;
            case (byte) 0xef -> isNoncharacter(bytes, i, end) ? "\uFFFD" : null;
            default -> b >= 0 && b < ' ' ? "_x%04X_".formatted(b) : null;
        };
    }

    /// Text that would be read as an escape: `_x0041_`.
    private static boolean looksEscaped(byte[] bytes, int at, int end) {
        if (at + 6 >= end || bytes[at + 1] != 'x' || bytes[at + 6] != '_') {
            return false;
        }
        for (int i = at + 2; i < at + 6; i++) {
            if (Character.digit(bytes[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /// U+FFFE and U+FFFF, which XML has no way to write.
    private static boolean isNoncharacter(byte[] bytes, int at, int end) {
        return at + 2 < end
                && bytes[at] == (byte) 0xef
                && bytes[at + 1] == (byte) 0xbf
                && (bytes[at + 2] & 0xff) >= 0xbe;
    }
}
