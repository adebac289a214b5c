package io.tidemark.ledger;

/// What there is to do for a job of one kind. It may be begun anew after it was cut off, so that what it has done
/// already must do no harm when it is done again.
@FunctionalInterface
public interface JobWork {
    /// @return account of what was done, as JSON
    /// @throws JobFailed when it cannot be done
    String run(Job job, Reporter reporter);

    /// Takes the progress of the work.
    @FunctionalInterface
    interface Reporter {
        /// @throws JobStopped when the work must be left to another process
        void report(Job.Progress progress);
    }
}
