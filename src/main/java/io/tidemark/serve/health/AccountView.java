package io.tidemark.serve.health;

import io.tidemark.ledger.AccountHealth;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.SyncBook;
import io.tidemark.ledger.Told;
import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How the collection of an account does.
///
/// @param connectionId of the sign-in; null where that was removed
/// @param nextRunAt when it is looked at next; null where it is not before a person does something
/// @param endsAt when somebody must sign in again, as far as that is known
/// @param daysLeft whole days until then
/// @param missing what its platform does not tell
/// @param caveats what is missing at times though nothing is wrong, in sentences
/// @param quarantined answers of the last months that made no sense
record AccountView(
        long accountId,
        Platform platform,
        String handle,
        String name,
        @Nullable Long connectionId,
        @Nullable String login,
        Condition condition,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant nextRunAt,
        Backfill backfill,
        @Nullable Instant endsAt,
        @Nullable Long daysLeft,
        List<Missing> missing,
        List<String> caveats,
        long quarantined,
        Limits limits,
        Calendar calendar) {
    record Backfill(boolean done, @Nullable Instant doneAt, long postsFound) {}

    /// @param route the request that asks for it
    /// @param metric in words; null where all that the route asks for is refused
    /// @param of the kind of post in words, or `day` for daily figures
    /// @param said why, in the platform's words
    record Missing(String route, @Nullable String metric, String of, Told said, Instant since) {
        static Missing of(SyncBook.Refused refused) {
            boolean whole = refused.metric().equals(SyncBook.Refused.ALL);
            return new Missing(
                    words(refused.route()),
                    whole ? null : words(refused.metric()),
                    words(refused.kind()),
                    refused.said(),
                    refused.refusedAt());
        }

        /// `post_videoViews` reads "post video views".
        private static String words(String name) {
            return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                    .replaceAll("[_.:/]+", " ")
                    .toLowerCase(Locale.ROOT)
                    .strip();
        }
    }

    /// One state a day, from the first day to today.
    record Calendar(LocalDate from, List<Day> days) {
        static Calendar of(AccountHealth health, LocalDate from, LocalDate today) {
            return new Calendar(
                    from,
                    from.datesUntil(today.plusDays(1))
                            .map(day -> state(health, day, today))
                            .toList());
        }

        private static Day state(AccountHealth health, LocalDate day, LocalDate today) {
            if (health.readOn().contains(day)) {
                return Day.READ;
            }
            LocalDate begun = health.begunOn();
            if (begun == null || day.isBefore(begun)) {
                return Day.BEFORE;
            }
            return day.equals(today) ? Day.OPEN : Day.MISSED;
        }
    }

    enum Day {
        /// Before it was looked at first.
        BEFORE,
        READ,
        MISSED,
        /// Today, as long as it was not read.
        OPEN
    }

    static AccountView of(
            LiveAccount account,
            @Nullable Connection connection,
            Duration warned,
            AccountHealth health,
            List<String> caveats,
            Limits limits,
            LocalDate from,
            LocalDate today,
            Instant now) {
        Instant end = connection == null ? null : connection.grant().endsAt();
        Instant backfilled = account.progress().backfilledAt();
        Condition condition = Condition.of(account, connection, warned, health, now);
        return new AccountView(
                account.accountId(),
                account.key().platform(),
                account.key().handle(),
                account.key().name(),
                connection == null ? null : connection.id(),
                connection == null ? null : connection.login(),
                condition,
                account.lastSuccessAt(),
                condition.needsSomebody() ? null : account.dueAt(),
                new Backfill(backfilled != null, backfilled, health.postsFound()),
                end,
                end == null ? null : Math.max(0, Duration.between(now, end).toDays()),
                health.refused().stream().map(Missing::of).toList(),
                caveats,
                health.quarantined(),
                limits,
                Calendar.of(health, from, today));
    }
}
