package io.tidemark.frame;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names that people type: two are the same whatever the case of their letters, the way accents are encoded, and the
/// width of white space.
public final class Names {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private Names() {}

    /// As it is shown: composed, with single spaces.
    public static String clean(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        return WHITE_SPACE.matcher(composed).replaceAll(" ").strip();
    }

    public static String key(String name) {
        return fold(clean(name));
    }

    public static boolean same(String one, String other) {
        return key(one).equals(key(other));
    }

    /// Text without the differences of case: `ß` and `SS` meet, and so do the two small sigmas.
    public static String fold(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFC).replace('ς', 'σ');
    }
}
