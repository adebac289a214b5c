package io.tidemark.collect.file.meta;

import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Part;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.RowCursor;
import io.tidemark.collect.file.table.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// One of the tables that stand one below the other in a file about an account, with the title in the row above it.
///
/// @param title normalised; empty where there is none
record Block(String title, Header header) {
    private static final Vocabulary WORDS = new Vocabulary();

    /// The blocks of a part. Reads it to its end, so the beginning should have been looked at before.
    ///
    /// @param passes told the title and the header of each row that may begin a block
    static List<Block> all(Part part, BiPredicate<String, Header> passes) {
        Map<Long, String> titles = titles(part);
        return Header.all(part, WORDS, header -> passes.test(titles.getOrDefault(header.row(), ""), header)).stream()
                .map(header -> new Block(titles.getOrDefault(header.row(), ""), header))
                .toList();
    }

    /// Whether a row of the beginning passes.
    static boolean begins(Part part, Predicate<Header> passes) {
        return Header.find(part, WORDS, passes).isPresent();
    }

    /// By the number of a row, what stands alone in the row above it, blank rows left out.
    private static Map<Long, String> titles(Part part) {
        Map<Long, String> titles = new HashMap<>();
        try (RowCursor rows = part.open()) {
            String above = "";
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (row.isBlank()) {
                    continue;
                }
                if (!above.isEmpty()) {
                    titles.put(row.number(), above);
                }
                above = row.width() == 1
                        ? Vocabulary.normalise(row.cells().getFirst().text())
                        : "";
            }
        }
        return titles;
    }

    /// A title or a `sep=` line between two blocks, which is no record.
    static boolean isBetween(Row row) {
        return row.width() == 1;
    }
}
