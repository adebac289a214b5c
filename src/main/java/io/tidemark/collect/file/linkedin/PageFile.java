package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.table.ExportFile;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the name of a page's export says, `<page>_<kind>_<epoch milliseconds>.xls`: whose it is and when it was
/// written.
///
/// @param kind in lower case, such as `followers`
record PageFile(Optional<String> page, Optional<String> kind, Optional<Instant> stamp) {
    /// Browsers append ` (1)`, `-1` or ` 2` to a second download of the same name.
    private static final Pattern NAME = Pattern.compile(
            "(?<page>.+)_(?<kind>content|followers|visitors|competitors?(?:_analytics)?)_(?<stamp>\\d{13})"
                    + "(?: ?\\(\\d+\\)|[-_ ]\\d{1,3})?(?:\\.\\w{1,5})?",
            Pattern.CASE_INSENSITIVE);

    static PageFile of(ExportFile file) {
        Matcher name = NAME.matcher(file.lastName());
        return name.matches()
                ? new PageFile(
                        Optional.of(name.group("page")),
                        Optional.of(name.group("kind").toLowerCase(Locale.ROOT)),
                        Optional.of(Instant.ofEpochMilli(Long.parseLong(name.group("stamp")))))
                : new PageFile(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
