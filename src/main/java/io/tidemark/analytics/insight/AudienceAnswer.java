package io.tidemark.analytics.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Followers of each account: now, and over a period.
///
/// @param accounts those in view, also those whose followers nobody has read
public record AudienceAnswer(
        long businessId,
        LocalDate from,
        LocalDate to,
        String timeZone,
        long dataVersion,
        @Nullable Instant asOf,
        List<AccountAudience> accounts) {
    public AudienceAnswer {
        accounts = List.copyOf(accounts);
    }

    /// @param followers the last level that was read at all; null where none was
    /// @param at the day on which it was read
    /// @param opening the level with which the period starts: the last one before it, else the first in it
    /// @param closing the last level read in the period
    /// @param netChange `closing` less `opening`; null where either is missing
    /// @param growthRate `netChange` over `opening`
    /// @param newFollowers people who followed in the period, as the platform counts them per day
    /// @param newFollowersDays the days of the period for which it did
    /// @param days of the period
    /// @param series the levels that were read in the period, by day; a day without a reading is absent
    public record AccountAudience(
            AccountName account,
            @Nullable Double followers,
            @Nullable LocalDate at,
            @Nullable Double opening,
            @Nullable Double closing,
            @Nullable Double netChange,
            @Nullable Double growthRate,
            @Nullable Double newFollowers,
            int newFollowersDays,
            int days,
            List<Level> series) {
        public AccountAudience {
            series = List.copyOf(series);
        }
    }

    /// @param imported whether an export file said it
    public record Level(LocalDate date, double followers, boolean imported) {}
}
