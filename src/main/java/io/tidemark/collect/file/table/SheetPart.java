package io.tidemark.collect.file.table;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A sheet of a workbook. Its beginning is read once: every format asks for it, and the way to a later sheet of an XML
/// workbook is long.
final class SheetPart implements Part {
    private final Container container;
    private final String name;
    private final long size;
    private final Supplier<RowCursor> rows;
    private @Nullable List<Row> beginning;

    SheetPart(Container container, String name, long size, Supplier<RowCursor> rows) {
        this.container = container;
        this.name = name;
        this.size = size;
        this.rows = rows;
    }

    /// Inside an archive, sheets of one workbook share a folder of their own.
    @Override
    public String name() {
        return container.entry().map(path -> path + "/" + name).orElse(name);
    }

    @Override
    public Optional<String> workbook() {
        return container.entry();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public NumberStyle numberStyle() {
        return NumberStyle.POINT;
    }

    @Override
    public Optional<Instant> modifiedAt(ZoneId zoneOfLocalTimes) {
        return container.modified().apply(zoneOfLocalTimes);
    }

    @Override
    public List<Row> beginning() {
        List<Row> known = beginning;
        if (known == null) {
            known = Part.super.beginning();
            beginning = known;
        }
        return known;
    }

    @Override
    public RowCursor open() {
        try {
            return new NamedRows(rows.get());
        } catch (ImportRefused e) {
            throw e.inPart(name());
        }
    }

    /// Says which sheet it is that cannot be read on.
    private final class NamedRows implements RowCursor {
        private final RowCursor cursor;

        NamedRows(RowCursor cursor) {
            this.cursor = cursor;
        }

        @Override
        public @Nullable Row next() {
            try {
                return cursor.next();
            } catch (ImportRefused e) {
                throw e.inPart(SheetPart.this.name());
            }
        }

        @Override
        public long bytesRead() {
            return cursor.bytesRead();
        }

        @Override
        public void close() {
            cursor.close();
        }
    }
}
