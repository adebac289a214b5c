package io.tidemark.collect.file;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A file whose format is known, ready to be read.
interface Export {
    ExportFormat format();

    /// The account as the file itself names it.
    Optional<String> handle();

    /// When the platform wrote the file, where the content or the name of the file says so.
    Optional<Instant> stamp();

    /// The days that the file covers; empty where nothing in it says so.
    Optional<Period> period();

    /// Names of the parts that were recognised; others are named in a warning.
    Set<String> parts();

    /// Reads every row; may be called once only.
    void read(Reading reading);
}
