package io.tidemark.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What somebody wrote about one day or several.
///
/// @param from the first day, in the zone of the business
/// @param to the last day; the first one where it is about one day
/// @param accountId the account that it is about; null for the whole business
/// @param author the address of who wrote it first
public record Note(
        long id,
        LocalDate from,
        LocalDate to,
        @Nullable Long accountId,
        String text,
        String author,
        Instant createdAt,
        Instant updatedAt) {}
