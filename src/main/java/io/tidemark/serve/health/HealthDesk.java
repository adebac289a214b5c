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

/// The books of live collection.
public interface HealthDesk {
    Map<Long, AccountHealth> accounts(Business business, LocalDate from, Instant refusedSince);

    /// Apps and sign-ins are named as [CallGates] names them.
    List<CallGates.Closed> closed(Collection<String> owners, Instant now);

    /// What platforms say is used of their limits.
    List<CallGates.Used> told(Collection<String> owners, Instant now);

    /// The newest first.
    List<SyncRun> runs(long businessId, long accountId, int most);

    Map<Platform, SpendBook.Sum> sums(long businessId, LocalDate today);

    Map<Platform, SpendBook.Budget> budgets(long businessId);

    /// Measures of this process and of all businesses, in the text format of Prometheus.
    String metrics();

    void allow(long businessId, Platform platform, SpendBook.Budget budget);
}
