package io.tidemark.collect.file.table;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/// Where a workbook lies: on its own, or inside an archive.
///
/// @param entry the path inside the archive
/// @param modified when the archive says that the entry was written
record Container(Optional<String> entry, Function<ZoneId, Optional<Instant>> modified) {
    static final Container NONE = new Container(Optional.empty(), _ -> Optional.empty());
}
