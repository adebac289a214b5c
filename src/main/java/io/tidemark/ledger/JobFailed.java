package io.tidemark.ledger;

import io.tidemark.words.Said;
import org.jspecify.annotations.Nullable;

/// The work of a job could not be done, for a reason that a person can understand.
public final class JobFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Said said;
    private final transient @Nullable String result;

    /// @param said what went wrong and what to do
    /// @param result account of what was done all the same, as JSON; null where nothing was
    public JobFailed(String code, Said said, @Nullable String result) {
        super(said.english());
        this.code = code;
        this.said = said;
        this.result = result;
    }

    @Nullable
    String result() {
        return result;
    }

    Job.Failure failure() {
        return new Job.Failure(code, Told.of(said));
    }
}
