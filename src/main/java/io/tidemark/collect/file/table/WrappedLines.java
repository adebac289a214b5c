package io.tidemark.collect.file.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.stream.Collectors;

/// A text of separated fields that a spreadsheet took for a text of one field a line: each physical line that held a
/// quote or a separator of the spreadsheet's own was quoted as a whole and its quotes doubled. Reading it takes that
/// back, line by line.
final class WrappedLines extends Reader {
    /// As long as a record may be.
    private static final int LONGEST_LINE = 1 << 24;

    private final BufferedReader lines;
    private String line = "";
    private int position;
    private boolean afterReturn;

    WrappedLines(Reader text) {
        lines = new BufferedReader(text, 1 << 16);
    }

    /// Whether most lines at the beginning are wrapped, and none has a quoted field outside.
    static boolean are(String head) {
        List<String> complete =
                head.lines().limit(100).filter(one -> !one.isBlank()).toList();
        long wrapped = complete.stream().filter(WrappedLines::isTable).count();
        return wrapped >= 2 && 2 * wrapped >= complete.size();
    }

    /// A wrapped line that holds several fields.
    private static boolean isTable(String line) {
        String inside = unwrap(line);
        return inside.length() < line.length() && Separator.KNOWN.stream().anyMatch(one -> inside.indexOf(one) >= 0);
    }

    /// The line inside the quotes; the line itself where it is not wrapped.
    static String unwrap(String line) {
        if (line.length() < 2 || !line.startsWith("\"") || !line.endsWith("\"")) {
            return line;
        }
        String inside = line.substring(1, line.length() - 1);
        return inside.replace("\"\"", "").contains("\"") ? line : inside.replace("\"\"", "\"");
    }

    static String unwrapAll(String text) {
        return text.lines().map(WrappedLines::unwrap).collect(Collectors.joining("\n"));
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (position == line.length() && !advance()) {
            return -1;
        }
        int count = Math.min(length, line.length() - position);
        line.getChars(position, position + count, target, offset);
        position += count;
        return count;
    }

    private boolean advance() throws IOException {
        StringBuilder next = new StringBuilder();
        int c = lines.read();
        if (c == '\n' && afterReturn) {
            c = lines.read();
        }
        if (c < 0) {
            return false;
        }
        while (c >= 0 && c != '\n' && c != '\r') {
            if (next.length() == LONGEST_LINE) {
                throw new IOException("a line is longer than " + LONGEST_LINE + " characters");
            }
            next.append((char) c);
            c = lines.read();
        }
        afterReturn = c == '\r';
        line = unwrap(next.toString()) + (c < 0 ? "" : "\n");
        position = 0;
        return line.isEmpty() ? advance() : true;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
