package io.tidemark.collect.file.x;

import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.Cell;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Part;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.RowCursor;
import io.tidemark.collect.file.table.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// X's exports in languages whose words are not all known. X writes its columns in one order whatever the
/// language, and its dates in English, so that what stands below the names tells the export, and the order
/// tells the columns.
final class XOrder {
    private static final List<String> POSTS = List.of(
            "post id",
            "date",
            "post text",
            "post link",
            "impressions",
            "likes",
            "engagements",
            "bookmarks",
            "shares",
            "new follows",
            "replies",
            "reposts",
            "profile visits",
            "detail expands",
            "url clicks",
            "hashtag clicks",
            "permalink clicks");
    private static final List<String> DAYS = List.of(
            "date",
            "impressions",
            "likes",
            "engagements",
            "bookmarks",
            "shares",
            "new follows",
            "unfollows",
            "replies",
            "reposts",
            "profile visits",
            "create post",
            "video views",
            "media views");
    /// Columns that the export of posts does not have: their words are known in English only.
    private static final Set<String> OF_DAYS_ONLY = Set.of("unfollows", "create post", "video views", "media views");

    private static final List<String> VIDEO_DAYS =
            List.of("date", "video views", "watch time (ms)", "video completion rate", "average watch time (ms)");
    private static final List<String> VIDEOS = List.of(
            "uploaded on",
            "video id",
            "video title",
            "views",
            "duration",
            "video link",
            "monetized",
            "published date",
            "post link");
    /// Stands in both tables of videos, or in neither.
    private static final String REVENUE = "estimated revenue";

    private static final Pattern VIDEO_ID = Pattern.compile("\\d{15,19}");
    private static final Pattern LENGTH = Pattern.compile("(?:\\d+:)?\\d+:\\d{2}");

    private XOrder() {}

    /// An id and the link to it in the first row tell the posts, whatever the language.
    static Optional<Header> posts(Part part) {
        try (RowCursor rows = part.tolerant().open()) {
            Row names = rows.next();
            Row first = rows.next();
            if (names == null || first == null || !areNames(names, POSTS.size())) {
                return Optional.empty();
            }
            boolean post = XPostId.isWholeOrShortened(first.cell(0))
                    && XPostId.inLink(first.cell(3)).isPresent();
            return post ? Optional.of(header(part, names, POSTS)) : Optional.empty();
        }
    }

    /// Numbers alone do not tell the days: the words that the export of posts has too must stand in their places.
    static Optional<Header> days(Part part) {
        return part.beginning().stream()
                .filter(row -> areNames(row, DAYS.size()) && knownNamesAreInPlace(row))
                .findFirst()
                .map(row -> header(part, row, DAYS));
    }

    /// As many columns, and below their names a day as X writes it.
    static boolean looksLikeDays(Part part) {
        List<Row> rows = part.beginning();
        for (int i = 0; i + 1 < rows.size(); i++) {
            if (areNames(rows.get(i), DAYS.size()) && isDay(rows.get(i + 1).cell(0))) {
                return true;
            }
        }
        return false;
    }

    private static boolean knownNamesAreInPlace(Row row) {
        for (int i = 0; i < DAYS.size(); i++) {
            String name = XNames.canonical(row.cell(i).stripped());
            if (!OF_DAYS_ONLY.contains(DAYS.get(i)) && !name.equals(DAYS.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// Two tables, each below its title: one of days, and one whose rows have the id of a video and its length.
    /// Without a video it could be any table of days.
    static List<Header> videos(Part part) {
        List<Header> tables = new ArrayList<>();
        if (part.beginning().stream().noneMatch(XOrder::namesVideoDays)) {
            return tables;
        }
        try (RowCursor rows = part.tolerant().open()) {
            Row title = rows.next();
            Row names = title == null ? null : rows.next();
            Row row = names == null ? null : rows.next();
            while (title != null && names != null && row != null) {
                if (title.width() == 1 && tables.isEmpty() && namesVideoDays(names) && isDay(row.cell(0))) {
                    tables.add(header(part, names, withRevenue(VIDEO_DAYS, names, VIDEO_DAYS.size())));
                } else if (title.width() == 1 && tables.size() == 1 && namesVideos(names) && isVideo(row)) {
                    tables.add(header(part, names, withRevenue(VIDEOS, names, VIDEOS.indexOf("published date"))));
                }
                title = names;
                names = row;
                row = rows.next();
            }
        }
        return tables.size() == 2 ? tables : List.of();
    }

    private static boolean namesVideoDays(Row row) {
        return (areNames(row, VIDEO_DAYS.size()) || areNames(row, VIDEO_DAYS.size() + 1))
                && XNames.canonical(row.cell(0).stripped()).equals("date");
    }

    private static boolean namesVideos(Row row) {
        return areNames(row, VIDEOS.size()) || areNames(row, VIDEOS.size() + 1);
    }

    private static boolean isVideo(Row row) {
        return VIDEO_ID.matcher(row.cell(1).stripped()).matches()
                && LENGTH.matcher(row.cell(4).stripped()).matches();
    }

    private static boolean isDay(Cell cell) {
        try {
            DayStyle.ENGLISH_MONTH.read(cell);
            return true;
        } catch (BadValue _) {
            return false;
        }
    }

    private static List<String> withRevenue(List<String> columns, Row names, int place) {
        if (names.width() == columns.size()) {
            return columns;
        }
        List<String> all = new ArrayList<>(columns);
        all.add(place, REVENUE);
        return all;
    }

    private static boolean areNames(Row row, int columns) {
        Set<String> distinct = row.cells().stream()
                .limit(row.width())
                .map(cell -> Vocabulary.normalise(cell.text()))
                .collect(Collectors.toSet());
        return row.width() == columns && distinct.size() == columns && !distinct.contains("");
    }

    private static Header header(Part part, Row names, List<String> columns) {
        Vocabulary ofPart = new Vocabulary();
        for (int i = 0; i < columns.size(); i++) {
            ofPart.with(columns.get(i), names.cell(i).stripped());
        }
        return Header.of(part, names, ofPart);
    }
}
