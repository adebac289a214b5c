package io.tidemark.serve;

import io.tidemark.ledger.Account;
import io.tidemark.ledger.Breakdown;
import io.tidemark.ledger.BreakdownQuery;
import io.tidemark.ledger.Connections;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.Source;
import io.tidemark.ledger.Versions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What is recorded about a business that the caller may see.
public interface Records {
    static Records of(Ledger ledger, Connections connections) {
        return new LedgerRecords(ledger, connections);
    }

    Versions versions(long businessId);

    /// Those of several businesses at once, by number.
    Map<Long, Versions> versions(Collection<Long> businessIds);

    List<Account> accounts(long businessId);

    /// How metrics of accounts split up, as was said last.
    List<Breakdown> breakdowns(long businessId, BreakdownQuery query);

    /// Imported files, newest first.
    List<Source> files(long businessId);

    Optional<Source> findSource(long businessId, long sourceId);

    /// Retracts a source: its observations stay, but no longer count.
    ///
    /// @return false when it was retracted before or does not exist
    boolean undo(long businessId, long sourceId);

    /// How many sign-ins with platforms need somebody to sign in again; empty where nothing is connected.
    OptionalInt brokenConnections(long businessId);

    /// Computes everything derived anew.
    void rebuild(long businessId);
}
