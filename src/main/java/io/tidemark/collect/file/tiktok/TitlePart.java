package io.tidemark.collect.file.tiktok;

import io.tidemark.collect.file.table.Cell;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.NumberStyle;
import io.tidemark.collect.file.table.Part;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.RowCursor;
import io.tidemark.collect.file.table.Vocabulary;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A table of videos whose titles may hold quotes that nobody doubled: the commas in such a title part it, and what it
/// was parted into is joined again. What stands right of the title tells how much belongs to it.
///
/// @param title the column of the title
/// @param width the columns that the header names
record TitlePart(Part part, int title, int width) implements Part {
    /// The header read anew in the repaired part.
    static Header repaired(Header header, Vocabulary vocabulary) {
        Integer title = header.column("video title");
        if (title == null) {
            return header;
        }
        Part repaired = new TitlePart(header.part().tolerant(), title, header.width());
        return Header.find(repaired, vocabulary, row -> row.row() == header.row())
                .orElseThrow();
    }

    @Override
    public String name() {
        return part.name();
    }

    @Override
    public long size() {
        return part.size();
    }

    @Override
    public NumberStyle numberStyle() {
        return part.numberStyle();
    }

    @Override
    public Optional<Instant> modifiedAt(ZoneId zoneOfLocalTimes) {
        return part.modifiedAt(zoneOfLocalTimes);
    }

    @Override
    public RowCursor open() {
        return new Cursor(part.open());
    }

    private Row joined(Row row) {
        int surplus = row.cells().size() - width;
        if (surplus <= 0) {
            return row;
        }
        int end = title + surplus + 1;
        List<Cell> cells = new ArrayList<>(row.cells().subList(0, title));
        cells.add(new Cell.Text(
                row.cells().subList(title, end).stream().map(Cell::text).collect(Collectors.joining(","))));
        cells.addAll(row.cells().subList(end, row.cells().size()));
        return new Row(row.number(), cells);
    }

    private final class Cursor implements RowCursor {
        private final RowCursor rows;

        Cursor(RowCursor rows) {
            this.rows = rows;
        }

        @Override
        public @Nullable Row next() {
            Row row = rows.next();
            return row == null ? null : joined(row);
        }

        @Override
        public long bytesRead() {
            return rows.bytesRead();
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
