package io.tidemark.serve;

import io.tidemark.ledger.Account;
import io.tidemark.ledger.Breakdown;
import io.tidemark.ledger.BreakdownQuery;
import io.tidemark.ledger.Connections;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.Source;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.ledger.Versions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What the web reads of the ledger.
record LedgerRecords(Ledger ledger, Connections connections) implements Records {
    @Override
    public Versions versions(long businessId) {
        return ledger.versions(businessId);
    }

    @Override
    public Map<Long, Versions> versions(Collection<Long> businessIds) {
        return ledger.versions(businessIds);
    }

    @Override
    public List<Account> accounts(long businessId) {
        return ledger.accounts(businessId);
    }

    @Override
    public List<Breakdown> breakdowns(long businessId, BreakdownQuery query) {
        return ledger.breakdowns(businessId, query);
    }

    @Override
    public List<Source> files(long businessId) {
        return ledger.sources(businessId, SourceSpec.Kind.FILE);
    }

    @Override
    public Optional<Source> findSource(long businessId, long sourceId) {
        return ledger.findSource(businessId, sourceId);
    }

    @Override
    public boolean undo(long businessId, long sourceId) {
        return ledger.undo(businessId, sourceId);
    }

    @Override
    public void rebuild(long businessId) {
        ledger.rebuild(businessId);
    }

    @Override
    public OptionalInt brokenConnections(long businessId) {
        return connections.broken(businessId);
    }
}
