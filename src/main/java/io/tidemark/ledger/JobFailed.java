package io.tidemark.ledger;

import org.jspecify.annotations.Nullable;

/// The work of a job could not be done, for a reason that a person can understand.
public final class JobFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient @Nullable String result;

    /// @param sentence what went wrong and what to do
    /// @param result account of what was done all the same, as JSON; null where nothing was
    public JobFailed(String code, String sentence, @Nullable String result) {
        super(sentence);
        this.code = code;
        this.result = result;
    }

    @Nullable
    String result() {
        return result;
    }

    Job.Failure failure() {
        return new Job.Failure(code, String.valueOf(getMessage()));
    }
}
