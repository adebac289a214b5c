package io.tidemark.serve.jobs;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.Collecting;
import io.tidemark.ledger.Job;
import io.tidemark.ledger.User;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where jobs are asked for, and what became of them.
public interface JobDesk {
    /// Whether the business has anything that can be collected.
    ///
    /// @param collecting how it is collected
    boolean offersRefresh(Business business, Collecting collecting);

    /// How businesses are collected, by their numbers.
    Map<Long, Collecting> collecting(Collection<Business> businesses);

    /// Asks for all connected accounts to be collected anew, or for one of them.
    Answer refresh(Business business, @Nullable Long accountId, User caller);

    /// Asks for a business to be given another zone or week.
    ///
    /// @return empty while it is being given yet another one
    Optional<Job> recut(Business business, ZoneId zone, DayOfWeek weekStart, User caller);

    Optional<Job> findJob(long businessId, long jobId);

    /// The newest jobs, newest first.
    List<Job> jobs(long businessId);

    /// What came of asking.
    sealed interface Answer {
        /// @param job the one that was asked for before, where one is active
        record Accepted(Job job) implements Answer {}

        /// @param jobs how many an hour are allowed
        /// @param again when the next one will be taken
        record OverQuota(int jobs, Instant again) implements Answer {}

        /// There is nothing that could be collected.
        record NothingConnected() implements Answer {}

        /// The business has no such account.
        record NoSuchAccount(long accountId) implements Answer {}
    }
}
