package io.tidemark.ledger;

/// The one who works on a job must let go of it: the program ends, or another process has taken the job over. Not
/// a failure of the job.
public final class JobStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobStopped(String reason) {
        super(reason);
    }
}
