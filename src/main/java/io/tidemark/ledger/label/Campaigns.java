package io.tidemark.ledger.label;

import io.tidemark.frame.Names;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/// Finds what the links of a text name as their `utm_campaign`.
final class Campaigns {
    private static final String NAME = "utm_campaign";
    /// What closes a sentence or a bracket around a link rather than the link itself.
    private static final String CLOSING = ".,;:!?)]}'\"»”’…";

    private Campaigns() {}

    /// Case folded and decoded. Links need no scheme: whatever looks like a query is read, up to
    /// the next white space.
    static Set<String> of(String text) {
        Set<String> found = new HashSet<>();
        int query = text.indexOf('?');
        while (query >= 0) {
            int end = endOfToken(text, query);
            read(text.substring(query + 1, endOfLink(text, query + 1, end)), found);
            query = text.indexOf('?', end);
        }
        return found;
    }

    /// Where white space or a bracket of markup ends what begins here.
    static int endOfToken(String text, int from) {
        int at = from;
        while (at < text.length() && !endsToken(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean endsToken(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '<' || c == '>' || c == '"';
    }

    private static int endOfLink(String text, int from, int end) {
        int last = end;
        while (last > from && CLOSING.indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return last;
    }

    private static void read(String query, Set<String> found) {
        int fragment = query.indexOf('#');
        String plain = fragment < 0 ? query : query.substring(0, fragment);
        for (String pair : plain.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && isName(pair.substring(0, equals))) {
                String value = Names.key(decode(pair.substring(equals + 1)));
                if (!value.isEmpty()) {
                    found.add(value);
                }
            }
        }
    }

    /// Also as it stands in text taken from markup, where `&` is written `&amp;`.
    private static boolean isName(String name) {
        String plain = name.startsWith("amp;") ? name.substring("amp;".length()) : name;
        return plain.length() <= 3 * NAME.length() && NAME.equalsIgnoreCase(decode(plain));
    }

    /// Percent signs that encode nothing stand for themselves.
    private static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low >= 0) {
                decoded.write(high << 4 | low);
                i += 2;
            } else {
                decoded.write(bytes[i] == '+' ? ' ' : bytes[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }
}
