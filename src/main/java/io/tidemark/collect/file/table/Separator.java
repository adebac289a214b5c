package io.tidemark.collect.file.table;

import java.util.List;

/// The character between the fields of a text, told from its first lines.
final class Separator {
    static final List<Character> KNOWN = List.of(',', '\t', ';');
    private static final int LINES = 10;

    private Separator() {}

    /// The separator that a `sep=` line names, else the one that occurs most outside quotes in the first
    /// lines that are no comments.
    static char of(String head) {
        if (head.startsWith("sep=") && head.length() > 4 && KNOWN.contains(head.charAt(4))) {
            return head.charAt(4);
        }
        char best = ',';
        int most = 0;
        for (char candidate : KNOWN) {
            int count = count(head, candidate);
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static int count(String head, char separator) {
        boolean quoted = false;
        boolean comment = false;
        int lines = 0;
        int count = 0;
        for (int i = 0; i < head.length() && lines < LINES; i++) {
            char c = head.charAt(i);
            boolean begins = i == 0 || isEnd(head.charAt(i - 1));
            comment = !quoted && (begins ? c == '#' : comment);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && isEnd(c)) {
                lines += comment ? 0 : 1;
            } else if (!quoted && !comment && c == separator) {
                count++;
            }
        }
        return count;
    }

    private static boolean isEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
