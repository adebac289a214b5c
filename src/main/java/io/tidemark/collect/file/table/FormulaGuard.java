package io.tidemark.collect.file.table;

import java.nio.charset.StandardCharsets;

/// Keeps spreadsheets from taking text for something else: for a formula (`=`, `+`, `-`, `@`, tab or carriage return
/// in front), or for a number that they cannot keep (16 digits and more, a leading zero, digits around an `e`). Such
/// text gets an apostrophe in front, and so does text that already looks guarded; so taking one apostrophe away gives
/// back exactly what was there. Numbers are never touched.
public final class FormulaGuard {
    private static final int DIGITS_KEPT = 15;

    private FormulaGuard() {}

    public static String guard(String text) {
        return needed(text) ? "'" + text : text;
    }

    /// Undoes [#guard].
    public static String unguard(String cell) {
        return cell.startsWith("'") && needed(cell) ? cell.substring(1) : cell;
    }

    private static boolean needed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return needed(bytes, 0, bytes.length);
    }

    /// Whether UTF-8 text needs the apostrophe. Apostrophes in front are looked through.
    public static boolean needed(byte[] bytes, int from, int end) {
        int start = from;
        while (start < end && bytes[start] == '\'') {
            start++;
        }
        if (start == end) {
            return false;
        }
        return switch (bytes[start]) {
            case '=', '+', '-', '@', '\t', '\r' -> true;
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> isDamagedNumber(bytes, start, end);
            default -> false;
        };
    }

    private static boolean isDamagedNumber(byte[] bytes, int start, int end) {
        int digits = digitsEnd(bytes, start, end);
        if (digits == end) {
            int count = end - start;
            return count > DIGITS_KEPT || (bytes[start] == '0' && count > 1);
        }
        boolean exponent = bytes[digits] == 'e' || bytes[digits] == 'E';
        return exponent && digits + 1 < end && digitsEnd(bytes, digits + 1, end) == end;
    }

    private static int digitsEnd(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }
}
