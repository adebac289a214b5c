package io.tidemark.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A mail about a report, to one address.
///
/// @param again before which nobody tries, unless it was sent
/// @param why why the last attempt failed; null where none did
public record ReportMail(
        String address,
        int attempts,
        Instant again,
        @Nullable Instant sentAt,
        @Nullable String why) {}
