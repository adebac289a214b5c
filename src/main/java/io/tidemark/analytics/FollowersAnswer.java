package io.tidemark.analytics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The level of followers at the end of a period.
///
/// @param value the last level read on or before the period's last day, added up over accounts
/// @param at the day on which the newest of these levels was read
/// @param netChange over the accounts that have a level at both ends of the period
public record FollowersAnswer(
        @Nullable Double value,
        @Nullable LocalDate at,
        @Nullable Double netChange,
        Accounts accounts) {
    /// How many accounts have a level, and how many should.
    public record Accounts(int reporting, int expected) {}
}
