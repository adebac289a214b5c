package io.tidemark.serve.health;

import io.tidemark.ledger.SpendBook;
import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Calls and money of a business on a platform, by UTC days and months.
///
/// @param billed whether it charges for calls
/// @param budget what is allowed
/// @param dollarsForecast what the month comes to if it goes on as it began; null on its first day
record PlatformHealth(
        Platform platform,
        boolean billed,
        long callsToday,
        long failedToday,
        long resourcesThisMonth,
        double dollarsThisMonth,
        @Nullable Double dollarsForecast,
        Budget budget) {
    static final double MICRO = 1e6;

    /// Null is no limit.
    record Budget(@Nullable Long callsPerDay, @Nullable Double dollarsPerMonth) {
        static Budget of(SpendBook.Budget budget) {
            Long micro = budget.microDollarsPerMonth();
            return new Budget(budget.callsPerDay(), micro == null ? null : micro / MICRO);
        }
    }

    static PlatformHealth of(
            Platform platform, boolean billed, SpendBook.Sum sum, SpendBook.Budget budget, Instant now) {
        return new PlatformHealth(
                platform,
                billed,
                sum.callsToday(),
                sum.failedToday(),
                sum.resources(),
                sum.microDollars() / MICRO,
                forecast(sum.microDollars() / MICRO, now),
                Budget.of(budget));
    }

    private static @Nullable Double forecast(double dollars, Instant now) {
        YearMonth month = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        Instant first = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Duration elapsed = Duration.between(first, now);
        return elapsed.compareTo(Duration.ofDays(1)) < 0
                ? null
                : dollars * Duration.ofDays(month.lengthOfMonth()).toSeconds() / elapsed.toSeconds();
    }
}
