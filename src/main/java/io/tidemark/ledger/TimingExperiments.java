package io.tidemark.ledger;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The tests of posting times of businesses. An account runs one at a time.
public interface TimingExperiments {
    int MOST_LISTED = 100;

    static TimingExperiments of(Database database) {
        return new ExperimentBook(database);
    }

    /// What a test is to be.
    ///
    /// @param metric by which times are compared, by its stable name
    /// @param difference the least that the test should see, as a share
    /// @param zone in which hours are counted
    record Wanted(
            long accountId,
            String metric,
            TimingExperiment.Hour first,
            TimingExperiment.Hour second,
            double difference,
            int postsPerTime,
            ZoneId zone) {}

    /// Those that run first, then the latest.
    List<TimingExperiment> all(long businessId);

    Optional<TimingExperiment> find(long businessId, long id);

    /// Starts a test. Its coin follows from its number.
    ///
    /// @return empty where the account runs one already
    Optional<TimingExperiment> start(long businessId, Wanted wanted);

    /// Ends a test that runs; one that is over stays as it is.
    ///
    /// @return empty where there is none of the number
    Optional<TimingExperiment> end(long businessId, long id);
}
