package io.tidemark.serve.export;

import java.util.Locale;

/// Names of files that are safe everywhere: ASCII letters, digits and hyphens.
final class FileNames {
    private static final int LONGEST = 40;

    private FileNames() {}

    /// @param otherwise where nothing of the text is left
    static String safe(String text, String otherwise) {
        String name =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        name = name.substring(0, Math.min(name.length(), LONGEST)).replaceAll("-$", "");
        return name.isEmpty() ? otherwise : name;
    }
}
