package io.tidemark.collect.file.table;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One table of a file: a sheet of a workbook, an entry of an archive, or a text file as a whole.
public interface Part {
    /// Notes and blank rows come before the names; further down nothing is a header.
    int BEGINNING = 12;

    /// The name of the sheet, the path of the entry, or the file's own name.
    String name();

    /// Bytes that reading it takes.
    long size();

    NumberStyle numberStyle();

    /// When the archive says that the entry was written.
    ///
    /// @param zoneOfLocalTimes the zone of a time that the archive gives without one
    Optional<Instant> modifiedAt(ZoneId zoneOfLocalTimes);

    RowCursor open();

    /// The same part read so that a quote inside a quoted field, which its writer forgot to double, does no harm. The
    /// field may lose quotes, and its row may come to have too many cells.
    default Part tolerant() {
        return this;
    }

    /// The rows in which names of columns can stand; blank ones are left out. A row below that is damaged is no reason
    /// not to recognise the part.
    default List<Row> beginning() {
        List<Row> rows = new ArrayList<>();
        try (RowCursor cursor = tolerant().open()) {
            Row row = cursor.next();
            while (row != null && row.number() <= BEGINNING) {
                if (!row.isBlank()) {
                    rows.add(row);
                }
                row = cursor.next();
            }
        }
        return rows;
    }

    /// The path of the workbook inside an archive that the part is a sheet of.
    default Optional<String> workbook() {
        return Optional.empty();
    }

    /// The folder inside an archive: parts of one folder belong to one export.
    default String folder() {
        int slash = name().lastIndexOf('/');
        return slash < 0 ? "" : name().substring(0, slash);
    }
}
