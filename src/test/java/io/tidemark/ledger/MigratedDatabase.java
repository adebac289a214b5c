package io.tidemark.ledger;

import java.time.Clock;

/// Opens a copy of a migrated database: it needs no migration, which is half of what a test's database costs.
public final class MigratedDatabase {
    private MigratedDatabase() {}

    /// @param clock within the month in which the original was migrated, so that its partitions will do
    public static Database open(DatabaseAddress address, Clock clock) {
        return Database.attach(address, clock);
    }
}
