package io.tidemark.app;

import io.tidemark.collect.sync.Books;
import io.tidemark.ledger.AccountHealth;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.CallGates;
import io.tidemark.ledger.HealthReader;
import io.tidemark.ledger.SpendBook;
import io.tidemark.ledger.SyncRun;
import io.tidemark.metric.Platform;
import io.tidemark.serve.health.HealthDesk;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The books of live collection, as the web asks for them.
record LiveBooks(Books books, HealthReader reader, Operations operations) implements HealthDesk {
    @Override
    public Map<Long, AccountHealth> accounts(Business business, LocalDate from, Instant refusedSince) {
        return reader.read(business.id(), business.zone(), from, refusedSince);
    }

    @Override
    public List<CallGates.Closed> closed(Collection<String> owners, Instant now) {
        return books.gates().closedOf(owners, now);
    }

    @Override
    public List<CallGates.Used> told(Collection<String> owners, Instant now) {
        return books.gates().toldOf(owners, now);
    }

    @Override
    public List<SyncRun> runs(long businessId, long accountId, int most) {
        return books.runs().recent(businessId, accountId, most);
    }

    @Override
    public Map<Platform, SpendBook.Sum> sums(long businessId, LocalDate today) {
        return books.spend().sums(businessId, today);
    }

    @Override
    public Map<Platform, SpendBook.Budget> budgets(long businessId) {
        return books.spend().budgets(businessId);
    }

    @Override
    public String metrics() {
        return operations.scrape();
    }

    @Override
    public void allow(long businessId, Platform platform, SpendBook.Budget budget) {
        books.spend().allow(businessId, platform, budget);
    }
}
