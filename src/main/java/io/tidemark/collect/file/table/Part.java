package io.tidemark.collect.file.table;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// One table of a file: a sheet of a workbook, an entry of an archive, or a text file as a whole.
public interface Part {
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

    /// The folder inside an archive: parts of one folder belong to one export.
    default String folder() {
        int slash = name().lastIndexOf('/');
        return slash < 0 ? "" : name().substring(0, slash);
    }
}
