package io.tidemark.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An answer of a platform as it came, without tokens.
///
/// @param call of the connector that it belongs to
/// @param asked what the connector was asked for, as JSON, with the first answer of a call
/// @param askedAt when it was
/// @param mapped tells what the connector made of the call
/// @param target path and query, or a whole address
/// @param status 0 where no answer came
/// @param body deflated
@SuppressWarnings("ArrayRecordComponent") // Handed on as it is; nobody compares answers.
public record RawResponse(
        int call,
        @Nullable String asked,
        Instant askedAt,
        String mapped,
        String endpoint,
        String target,
        int status,
        Instant at,
        byte[] body) {
    private static final int OVERHEAD = 100;

    /// What it takes in the database, about.
    public int bytes() {
        return OVERHEAD + body.length + target.length() + (asked == null ? 0 : asked.length());
    }
}
