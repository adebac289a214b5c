package io.tidemark.collect.file.table;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The column names of a format in all its languages and years, each led back to one: the current English name in lower
/// case.
public final class Vocabulary {
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    private final Map<String, String> canonical = new HashMap<>();

    /// Adds other names of a column.
    public Vocabulary with(String name, String... others) {
        for (String other : others) {
            canonical.put(normalise(other), name);
        }
        return this;
    }

    public String canonical(String written) {
        String name = normalise(written);
        return canonical.getOrDefault(name, name);
    }

    /// Case, composed letters and spaces make no difference.
    public static String normalise(String written) {
        String composed = Normalizer.normalize(written, Normalizer.Form.NFC).replace("\ufeff", "");
        return SPACES.matcher(composed).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
