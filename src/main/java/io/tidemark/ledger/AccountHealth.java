package io.tidemark.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the books of live collection say of an account.
///
/// @param postsFound posts that its lists have told so far
/// @param quarantined answers of the last months that made no sense
/// @param fault the kind of what went wrong in the newest run; null where nothing did, or there was none
/// @param troubledSince the end of the first run that did not go well after the last one that did; null where all is
/// well
/// @param begunOn the first day on which it was looked at, in the business's zone; null before that
/// @param readOn days on which it was read at least once
/// @param refused what its platform does not tell
public record AccountHealth(
        long accountId,
        long postsFound,
        long quarantined,
        @Nullable String fault,
        @Nullable Instant troubledSince,
        @Nullable LocalDate begunOn,
        Set<LocalDate> readOn,
        List<SyncBook.Refused> refused) {
    public AccountHealth {
        readOn = Set.copyOf(readOn);
        refused = List.copyOf(refused);
    }
}
