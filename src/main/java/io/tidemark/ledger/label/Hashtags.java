package io.tidemark.ledger.label;

import io.tidemark.frame.Names;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Finds the hashtags of a text.
final class Hashtags {
    private Hashtags() {}

    /// Case folded and without `#`. A sign in the middle of a word, of an entity such as `&#39;` or of a link starts
    /// none.
    static Set<String> of(String text) {
        Set<String> found = new HashSet<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#' || c == '＃') {
                int end = endOfWord(text, at + 1);
                if (end > at + 1 && startsOne(text, at)) {
                    found.add(Names.fold(text.substring(at + 1, end)));
                }
                at = Math.max(end, at + 1);
            } else if (isLink(text, at)) {
                at = Campaigns.endOfToken(text, at);
            } else {
                at++;
            }
        }
        return found;
    }

    private static boolean startsOne(String text, int at) {
        if (at == 0) {
            return true;
        }
        int before = text.codePointBefore(at);
        return before != '&' && !Words.isWordCharacter(before);
    }

    private static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length() && Words.isWordCharacter(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    /// Whether a link with its scheme begins here.
    static boolean isLink(String text, int at) {
        char c = text.charAt(at);
        if (c != 'h' && c != 'H') {
            return false;
        }
        String start = text.substring(at, Math.min(text.length(), at + 8)).toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://");
    }
}
