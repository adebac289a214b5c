package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Part;
import io.tidemark.collect.file.table.Row;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import java.util.List;
import java.util.Optional;

/// Exports of a page whose words are not known. LinkedIn translates the names of sheets and columns, but neither the
/// kind in the name of the file nor the shape of its sheets: enough to say what a file must be, not to read it.
final class OtherLanguage {
    private static final Sentence FOLLOWERS = Sentence.of(
            "linkedin_followers_in_other_language",
            "It looks like the followers export of a LinkedIn page in a language whose columns are not known: "
                    + "export it again with LinkedIn in English, or say what its columns are with a mapping.");
    private static final Sentence VISITORS = Sentence.of(
            "linkedin_visitors_in_other_language",
            "It looks like the visitors export of a LinkedIn page in a language whose columns are not known: "
                    + "export it again with LinkedIn in English, or say what its columns are with a mapping.");
    private static final Sentence CONTENT = Sentence.of(
            "linkedin_content_in_other_language",
            "It looks like the content export of a LinkedIn page in a language whose columns are not known: "
                    + "export it again with LinkedIn in English, or say what its columns are with a mapping.");

    private static final int VISITOR_COLUMNS = 25;
    private static final int FEWEST_FOLLOWER_COLUMNS = 4;
    private static final int MOST_FOLLOWER_COLUMNS = 5;

    private OtherLanguage() {}

    static Optional<Said> followers(ExportFile file) {
        boolean shaped = file.parts().stream()
                .filter(part -> isOfDays(part, FEWEST_FOLLOWER_COLUMNS, MOST_FOLLOWER_COLUMNS))
                .anyMatch(days -> splitUp(file, days));
        return shaped || isNamed(file, "followers") ? Optional.of(FOLLOWERS.said()) : Optional.empty();
    }

    static Optional<Said> visitors(ExportFile file) {
        boolean shaped = file.parts().stream().anyMatch(part -> isOfDays(part, VISITOR_COLUMNS, VISITOR_COLUMNS));
        return shaped || isNamed(file, "visitors") ? Optional.of(VISITORS.said()) : Optional.empty();
    }

    static Optional<Said> content(ExportFile file) {
        return isNamed(file, "content") ? Optional.of(CONTENT.said()) : Optional.empty();
    }

    private static boolean isNamed(ExportFile file, String kind) {
        return PageFile.of(file).kind().filter(kind::equals).isPresent();
    }

    private static boolean isOfDays(Part part, int fewest, int most) {
        List<Row> rows = part.beginning();
        for (int i = 0; i + 1 < rows.size(); i++) {
            int width = rows.get(i).width();
            if (width >= fewest && width <= most && isDay(rows.get(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDay(Row row) {
        try {
            DayStyle.MONTH_DAY_YEAR.read(row.cell(0));
            return true;
        } catch (BadValue _) {
            return false;
        }
    }

    /// Whether other sheets count the followers under the name that the last column of the days has.
    private static boolean splitUp(ExportFile file, Part days) {
        Row names = days.beginning().getFirst();
        String total = names.cell(names.width() - 1).stripped();
        return file.parts().stream()
                        .flatMap(part -> part.beginning().stream().limit(1))
                        .filter(row ->
                                row.width() == 2 && row.cell(1).stripped().equals(total))
                        .count()
                > 1;
    }
}
