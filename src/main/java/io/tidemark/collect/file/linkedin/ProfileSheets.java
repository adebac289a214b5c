package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Header;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The sheets of a person's export that were found, told apart by their columns.
///
/// @param overview title and period in the first row, totals below
/// @param posts two rankings side by side
/// @param followers new followers by day, below a row with the number of all
record ProfileSheets(
        List<Header> overview,
        List<Header> days,
        List<Header> posts,
        List<Header> followers,
        List<Header> demographics) {
    private static final Set<String> DAYS = Set.of("date", "impressions", "engagements");
    private static final Set<String> FOLLOWERS = Set.of("date", "new followers");
    private static final Set<String> DEMOGRAPHICS = Set.of("top demographics", "value", "percentage");
    private static final Set<String> OF_DAYS = Set.of(
            "date",
            "impressions",
            "engagements",
            "members reached",
            "clicks",
            "reactions",
            "comments",
            "reposts",
            "new followers");

    static ProfileSheets of(ExportFile file) {
        return new ProfileSheets(
                LinkedInNames.headers(file, ProfileSheets::isOverview),
                headers(file, DAYS),
                LinkedInNames.headers(file, ProfileSheets::isRanking),
                headers(file, FOLLOWERS),
                LinkedInNames.headers(file, header -> header.hasAll(DEMOGRAPHICS)));
    }

    /// A sheet of a date and a number or two is nobody's in particular: it counts beside a sheet that is LinkedIn's.
    boolean areOfAProfile() {
        return Stream.of(overview, posts, demographics).anyMatch(sheets -> !sheets.isEmpty());
    }

    List<Header> all() {
        return Stream.of(overview, days, posts, followers, demographics)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Header> headers(ExportFile file, Set<String> required) {
        Predicate<Header> passes = header -> header.hasAll(required) && OF_DAYS.containsAll(header.names());
        return LinkedInNames.headers(file, passes);
    }

    /// `Overall Performance | 3/17/2025 - 3/16/2026`
    private static boolean isOverview(Header header) {
        return header.width() == 2
                && header.row() == 1
                && DayOrder.DATE.matcher(header.names().get(1)).results().count() == 2;
    }

    private static boolean isRanking(Header header) {
        return header.hasAll(Set.of("post url", "post publish date"))
                && (header.has("engagements") || header.has("impressions"));
    }
}
