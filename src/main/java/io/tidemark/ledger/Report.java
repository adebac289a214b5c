package io.tidemark.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A report for a client.
///
/// @param content what it is about
/// @param logo whether it has one
/// @param closedAt as of when its numbers are kept; null while it is open
/// @param answers what each panel said then, as JSON; null while it is open, and in lists
/// @param scheduleId the series that it belongs to; null for none
public record Report(
        long businessId,
        long id,
        Content content,
        boolean logo,
        long createdBy,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant closedAt,
        @Nullable String answers,
        @Nullable Long scheduleId) {
    /// @param from the first day
    /// @param to the last day
    /// @param search filters, comparison and conventions, as a query string
    /// @param sections the panels in order with their texts, as JSON
    /// @param colour of the client, as #rrggbb; null for none
    public record Content(
            String title,
            LocalDate from,
            LocalDate to,
            String search,
            String sections,
            @Nullable String colour) {}
}
