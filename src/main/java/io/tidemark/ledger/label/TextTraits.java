package io.tidemark.ledger.label;

import io.tidemark.frame.Wording;
import java.util.EnumSet;
import java.util.Set;

/// What a text is like, whatever its script.
///
/// @param length in Unicode characters, without white space around the text
/// @param hashtags case folded, without `#`
public record TextTraits(int length, Set<Wording.Trait> traits, Set<String> hashtags) {
    /// Of most scripts; full width; Arabic; Greek; Armenian; Ethiopic.
    private static final String QUESTION_MARKS = "?？؟\u037e՞፧";

    private static final String WITHOUT_SCHEME = "www.";

    public TextTraits {
        traits = Set.copyOf(traits);
        hashtags = Set.copyOf(hashtags);
    }

    /// A question mark or an `@` within a link is part of the link, and an e-mail address mentions nobody.
    public static TextTraits of(String text) {
        String read = text.length() <= RuleSet.LONGEST_TEXT ? text : text.substring(0, RuleSet.LONGEST_TEXT);
        Set<Wording.Trait> traits = EnumSet.noneOf(Wording.Trait.class);
        int at = 0;
        while (at < read.length()) {
            if (isLink(read, at)) {
                traits.add(Wording.Trait.LINKS);
                at = Campaigns.endOfToken(read, at);
                continue;
            }
            char c = read.charAt(at);
            if (QUESTION_MARKS.indexOf(c) >= 0) {
                traits.add(Wording.Trait.ASKS);
            } else if ((c == '@' || c == '＠') && isMention(read, at)) {
                traits.add(Wording.Trait.MENTIONS);
            }
            at++;
        }
        String stripped = text.strip();
        return new TextTraits(stripped.codePointCount(0, stripped.length()), traits, Hashtags.of(read));
    }

    private static boolean isLink(String text, int at) {
        char c = text.charAt(at);
        return Hashtags.isLink(text, at)
                || ((c == 'w' || c == 'W')
                        && text.regionMatches(true, at, WITHOUT_SCHEME, 0, WITHOUT_SCHEME.length())
                        && isWordAt(text, at + WITHOUT_SCHEME.length())
                        && !isWordBefore(text, at));
    }

    /// Scripts that put no spaces between words put none before a mention either; e-mail addresses are ASCII before
    /// the sign.
    private static boolean isMention(String text, int at) {
        return isWordAt(text, at + 1) && (at == 0 || !isAsciiWord(text.charAt(at - 1)));
    }

    private static boolean isAsciiWord(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private static boolean isWordAt(String text, int at) {
        return at < text.length() && Words.isWordCharacter(text.codePointAt(at));
    }

    private static boolean isWordBefore(String text, int at) {
        return at > 0 && Words.isWordCharacter(text.codePointBefore(at));
    }
}
