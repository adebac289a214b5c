package io.tidemark.serve.health;

import io.tidemark.ledger.AccountHealth;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.CallGates;
import io.tidemark.ledger.SpendBook;
import io.tidemark.ledger.SyncRun;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Nothing is collected here.
public final class FakeHealthDesk implements HealthDesk {
    @Override
    public Map<Long, AccountHealth> accounts(Business business, LocalDate from, Instant refusedSince) {
        return Map.of();
    }

    @Override
    public List<CallGates.Closed> closed(Collection<String> owners, Instant now) {
        return List.of();
    }

    @Override
    public List<CallGates.Used> told(Collection<String> owners, Instant now) {
        return List.of();
    }

    @Override
    public List<SyncRun> runs(long businessId, long accountId, int most) {
        return List.of();
    }

    @Override
    public Map<Platform, SpendBook.Sum> sums(long businessId, LocalDate today) {
        return Map.of();
    }

    @Override
    public Map<Platform, SpendBook.Budget> budgets(long businessId) {
        return Map.of();
    }

    @Override
    public String metrics() {
        return "# nothing\n";
    }

    @Override
    public void allow(long businessId, Platform platform, SpendBook.Budget budget) {
        throw new IllegalStateException("No platform here");
    }
}
