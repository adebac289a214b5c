package io.tidemark.collect.file.meta;

import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Part;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.RowCursor;
import io.tidemark.collect.file.table.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// One of the tables that stand one below the other in a file about an account, with the title in the row above it.
///
/// @param title normalised; empty where there is none
/// @param end the row of the next block's header, which is beyond this one
record Block(String title, Header header, long end) {
    private static final Vocabulary WORDS = new Vocabulary();

    /// The blocks of a part. Reads it to its end, so the beginning should have been looked at before.
    ///
    /// @param passes told the title and the header of each row that may begin a block
    static List<Block> all(Part part, BiPredicate<String, Header> passes) {
        Map<Long, String> titles = titles(part);
        List<Header> headers =
                Header.all(part, WORDS, header -> passes.test(titles.getOrDefault(header.row(), ""), header));
        List<Block> blocks = new ArrayList<>();
        for (Header header : headers.reversed()) {
            long end = blocks.isEmpty()
                    ? Long.MAX_VALUE
                    : blocks.getFirst().header().row();
            blocks.addFirst(new Block(titles.getOrDefault(header.row(), ""), header, end));
        }
        return blocks;
    }

    /// Reads the blocks of each part, one below the other.
    static void read(Reading reading, List<Block> blocks, Function<Block, Reading.RowReader> readers) {
        Map<Part, List<Block>> byPart = blocks.stream()
                .collect(
                        Collectors.groupingBy(block -> block.header().part(), LinkedHashMap::new, Collectors.toList()));
        for (List<Block> stacked : byPart.values()) {
            Iterator<Block> next = stacked.iterator();
            reading.stacked(stacked.stream().map(Block::header).toList(), _ -> readers.apply(next.next()));
        }
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
