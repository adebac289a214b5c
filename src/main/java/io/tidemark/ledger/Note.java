package io.tidemark.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What somebody wrote about one day or several.
///
/// @param from the first day, in the zone of the business
/// @param to the last day; the first one where it is about one day
/// @param accountId the account that it is about; null for the whole business
/// @param authorId who wrote it first
/// @param author the address of who did
/// @param personal whether that one alone sees it
public record Note(
        long id,
        LocalDate from,
        LocalDate to,
        @Nullable Long accountId,
        String text,
        long authorId,
        String author,
        boolean personal,
        Instant createdAt,
        Instant updatedAt) {}
