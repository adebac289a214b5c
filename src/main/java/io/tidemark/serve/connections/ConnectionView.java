package io.tidemark.serve.connections;

import io.tidemark.collect.connection.Logins;
import io.tidemark.collect.connector.Connector;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.Told;
import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A connection as people see it: nothing of its tokens.
///
/// @param said why somebody must sign in again, in the platform's words; null while nobody must
/// @param advice what to do; null where there is nothing to do
/// @param endsAt when somebody must sign in again, as far as that is known
/// @param daysLeft whole days until then; null where it is not known
record ConnectionView(
        long connectionId,
        String login,
        String loginTitle,
        String title,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant endsAt,
        @Nullable Long daysLeft,
        Status status,
        @Nullable Told said,
        @Nullable String advice,
        List<AccountView> accounts) {
    enum Status {
        GOOD,
        ENDS_SOON,
        SIGN_IN_AGAIN
    }

    /// An account that is or was collected through it.
    ///
    /// @param replies whether its replies are collected too; null where its platform lists none
    record AccountView(
            long accountId,
            Platform platform,
            String handle,
            String name,
            String connector,
            String externalId,
            LiveAccount.Status status,
            @Nullable Told said,
            @Nullable Boolean replies,
            @Nullable Instant lastSuccessAt) {
        static AccountView of(LiveAccount account, Logins logins) {
            boolean can = logins.connector(account.connector())
                    .filter(Connector::listsReplies)
                    .isPresent();
            return new AccountView(
                    account.accountId(),
                    account.key().platform(),
                    account.key().handle(),
                    account.key().name(),
                    account.connector(),
                    account.externalId(),
                    account.status(),
                    account.said(),
                    can ? account.replies() : null,
                    account.lastSuccessAt());
        }
    }

    static ConnectionView of(Connection connection, Logins logins, List<LiveAccount> accounts, Instant now) {
        String loginTitle = logins.title(connection.login());
        Instant end = connection.grant().endsAt();
        Long days = end == null ? null : Math.max(0, Duration.between(now, end).toDays());
        Status status = status(connection, end, logins.warnedBefore(connection.login()), now);
        return new ConnectionView(
                connection.id(),
                connection.login(),
                loginTitle,
                connection.title(),
                connection.grant().scopes().stream().sorted().toList(),
                connection.createdAt(),
                connection.grant().expiresAt(),
                end,
                days,
                status,
                connection.said(),
                advice(status, loginTitle, days),
                accounts.stream()
                        .filter(account -> account.connectionId() == connection.id())
                        .map(account -> AccountView.of(account, logins))
                        .toList());
    }

    private static Status status(Connection connection, @Nullable Instant end, Duration warned, Instant now) {
        if (connection.status() == Connection.Status.SIGN_IN_AGAIN || (end != null && !now.isBefore(end))) {
            return Status.SIGN_IN_AGAIN;
        }
        return end != null && now.plus(warned).isAfter(end) ? Status.ENDS_SOON : Status.GOOD;
    }

    private static @Nullable String advice(Status status, String loginTitle, @Nullable Long days) {
        return switch (status) {
            case GOOD -> null;
            case ENDS_SOON ->
                "The sign-in with %s ends %s: sign in again before, so that no day is missed."
                        .formatted(loginTitle, inDays(Objects.requireNonNullElse(days, 0L)));
            case SIGN_IN_AGAIN ->
                "Nothing is collected through it any more: sign in with %s again.".formatted(loginTitle);
        };
    }

    private static String inDays(long days) {
        return days == 0 ? "within a day" : days == 1 ? "in 1 day" : "in " + days + " days";
    }
}
