package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.table.ExportFile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the name of a person's export says: who it is and which days it covers.
record ProfileFile(Optional<String> person, Optional<Period> period) {
    private static final String DAY = "(\\d{4}-\\d{2}-\\d{2})";
    private static final String END = "(?: ?\\(\\d+\\))?\\.\\w{1,5}";
    private static final Pattern OF_2026 =
            Pattern.compile("AggregateAnalytics_(?<person>.+?)_" + DAY + "_" + DAY + END, Pattern.CASE_INSENSITIVE);
    private static final Pattern TO_2025 =
            Pattern.compile("Content_" + DAY + "_" + DAY + "_(?<person>.+?)" + END, Pattern.CASE_INSENSITIVE);
    private static final Pattern SINGLE =
            Pattern.compile("SinglePostAnalytics_(?<person>.+?)_\\d{10,19}" + END, Pattern.CASE_INSENSITIVE);

    static ProfileFile of(ExportFile file) {
        Matcher newer = OF_2026.matcher(file.lastName());
        if (newer.matches()) {
            return new ProfileFile(Optional.of(newer.group("person")), period(newer.group(2), newer.group(3)));
        }
        Matcher older = TO_2025.matcher(file.lastName());
        if (older.matches()) {
            return new ProfileFile(Optional.of(older.group("person")), period(older.group(1), older.group(2)));
        }
        Matcher single = SINGLE.matcher(file.lastName());
        return new ProfileFile(
                single.matches() ? Optional.of(single.group("person")) : Optional.empty(), Optional.empty());
    }

    /// Names can be given by anybody: what is no period there says nothing.
    private static Optional<Period> period(String from, String to) {
        try {
            List<LocalDate> days = List.of(LocalDate.parse(from), LocalDate.parse(to));
            return days.getFirst().isAfter(days.getLast())
                    ? Optional.empty()
                    : Optional.of(new Period(days.getFirst(), days.getLast()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
