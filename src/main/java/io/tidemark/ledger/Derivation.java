package io.tidemark.ledger;

import io.tidemark.frame.AccountOrdinals;
import io.tidemark.frame.ActivityFrame;
import java.time.ZoneId;

/// Computes what follows from records.
public interface Derivation {
    /// Stepped with every change after which stored rows are not what would be derived: businesses of an earlier number
    /// are derived anew.
    int NUMBER = 1;

    /// Writes what follows from the records that changed. Called in the transaction of the append, so that a reader
    /// sees both or neither.
    void derive(Records records, Derived derived);

    /// What happened on the affected posts, without writing anything.
    ///
    /// @param zone whose midnights cut the days
    ActivityFrame activity(Records records, ZoneId zone, AccountOrdinals accounts);
}
