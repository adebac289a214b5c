package io.tidemark.testing;

import io.tidemark.frame.AccountOrdinals;
import io.tidemark.frame.ActivityFrame;
import io.tidemark.ledger.Derivation;
import io.tidemark.ledger.Derived;
import io.tidemark.ledger.Records;
import java.time.ZoneId;

/// For ledgers that only record.
public final class NoDerivation implements Derivation {
    @Override
    public void derive(Records records, Derived derived) {}

    @Override
    public ActivityFrame activity(Records records, ZoneId zone, AccountOrdinals accounts) {
        return ActivityFrame.NONE;
    }
}
