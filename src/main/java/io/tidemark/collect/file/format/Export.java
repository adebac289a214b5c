package io.tidemark.collect.file.format;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// Parts of a file whose format is known, ready to be read.
public interface Export {
    ExportFormat format();

    Accounts accounts();

    /// When the platform wrote the file, where the content or the name of the file says so.
    Optional<Instant> stamp();

    /// The days that the file covers; empty where nothing in it says so.
    Optional<Period> period();

    /// Where the days of the file begin and end.
    default ZoneId dayZone() {
        return accounts().platforms().iterator().next().bucketZone();
    }

    /// Whether the file gives times without saying in which zone; then the user is asked.
    default boolean givesLocalTimes() {
        return false;
    }

    /// Names of the parts that were recognised; others are named in a warning.
    Set<String> parts();

    /// Reads every row. The ledger may ask for the rows again, with a reading of its own.
    void read(Reading reading);
}
