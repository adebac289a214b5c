package io.tidemark.app;

import io.tidemark.collect.Refresh;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Collecting;
import io.tidemark.ledger.Directory;
import io.tidemark.ledger.Job;
import io.tidemark.ledger.JobQuota;
import io.tidemark.ledger.Jobs;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.LiveAccounts;
import io.tidemark.ledger.User;
import io.tidemark.serve.jobs.JobDesk;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// JobDesk as jobs of the ledger.
final class LedgerJobDesk implements JobDesk {
    private final Ledger ledger;
    private final Directory directory;
    private final Jobs jobs;
    private final Refresh refresh;
    private final LiveAccounts accounts;
    private volatile JobQuota quota = Work.DEFAULT.refreshQuota();

    LedgerJobDesk(Ledger ledger, Directory directory, Jobs jobs, Refresh refresh, LiveAccounts accounts) {
        this.ledger = ledger;
        this.directory = directory;
        this.jobs = jobs;
        this.refresh = refresh;
        this.accounts = accounts;
    }

    void allow(JobQuota other) {
        quota = other;
    }

    @Override
    public boolean offersRefresh(Business business, Collecting collecting) {
        return refresh.serves(business, collecting);
    }

    @Override
    public Map<Long, Collecting> collecting(Collection<Business> businesses) {
        return accounts.collecting(businesses.stream().map(Business::id).toList());
    }

    @Override
    public Answer refresh(Business business, @Nullable Long accountId, User caller) {
        if (refresh.accounts(business).stream().noneMatch(account -> accountId == null || account.id() == accountId)) {
            // One that was connected just now holds nothing yet.
            return accountId == null || holds(business, accountId)
                    ? new Answer.NothingConnected()
                    : new Answer.NoSuchAccount(accountId);
        }
        JobQuota allowed = quota;
        return switch (jobs.ask(wanted(business, accountId, caller.id()), allowed)) {
            case Jobs.Answer.Accepted(Job job, boolean _) -> new Answer.Accepted(job);
            case Jobs.Answer.Busy(Job other) -> new Answer.Accepted(other);
            case Jobs.Answer.OverQuota(var again) -> new Answer.OverQuota(allowed.jobs(), again);
        };
    }

    private boolean holds(Business business, long accountId) {
        return ledger.accounts(business.id()).stream().anyMatch(account -> account.id() == accountId);
    }

    /// Asks for all businesses that have something to collect.
    void refreshAll() {
        List<Business> all = directory.businesses();
        Map<Long, Collecting> collecting = collecting(all);
        all.stream()
                .filter(business -> offersRefresh(business, collecting.getOrDefault(business.id(), Collecting.NEVER)))
                .forEach(business -> jobs.ask(wanted(business, null, null), null));
    }

    @Override
    public Optional<Job> recut(Business business, ZoneId zone, DayOfWeek weekStart, User caller) {
        String arguments = Recut.arguments(zone, weekStart);
        Job.Wanted wanted = new Job.Wanted(business.id(), Job.Kind.RECUT, null, arguments, caller.id());
        return switch (jobs.ask(wanted, null)) {
            case Jobs.Answer.Accepted(Job job, boolean _) -> Optional.of(job);
            case Jobs.Answer.Busy _ -> Optional.empty();
            case Jobs.Answer.OverQuota _ -> throw new IllegalStateException("Nobody counts these");
        };
    }

    @Override
    public Optional<Job> findJob(long businessId, long jobId) {
        return jobs.find(businessId, jobId);
    }

    @Override
    public List<Job> jobs(long businessId) {
        return jobs.recent(businessId);
    }

    private static Job.Wanted wanted(Business business, @Nullable Long accountId, @Nullable Long requestedBy) {
        return new Job.Wanted(business.id(), Job.Kind.REFRESH, accountId, null, requestedBy);
    }
}
