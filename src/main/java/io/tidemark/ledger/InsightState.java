package io.tidemark.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is known of a finding from before.
///
/// @param insight names it from day to day
/// @param said what it said when it last changed
/// @param closedAt null while it is found
/// @param dismissed null where nobody has put it away
public record InsightState(
        String insight,
        Said said,
        Instant openedAt,
        Instant changedAt,
        @Nullable Instant closedAt,
        @Nullable Dismissal dismissed) {

    /// @param stance which way it points
    /// @param lo null where there is no interval
    public record Said(
            String stance,
            @Nullable Double value,
            @Nullable Double lo,
            @Nullable Double hi,
            @Nullable LocalDate date,
            @Nullable Long post) {}

    /// Who put it away.
    public record Dismissal(Instant at, long userId, String email) {}
}
