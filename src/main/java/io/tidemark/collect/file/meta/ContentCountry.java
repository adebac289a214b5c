package io.tidemark.collect.file.meta;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A column of one country: `3-second video views by country (Bulgaria (BG))`.
///
/// @param column the name without the country
/// @param code of two letters
record ContentCountry(String column, String code) {
    private static final Pattern NAME = Pattern.compile("(.+) by country \\(.*\\(([a-z]{2})\\)\\)");

    static Optional<ContentCountry> of(String column) {
        Matcher name = NAME.matcher(column);
        return name.matches()
                ? Optional.of(new ContentCountry(name.group(1), name.group(2).toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }
}
