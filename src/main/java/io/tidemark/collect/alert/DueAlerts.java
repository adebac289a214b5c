package io.tidemark.collect.alert;

import io.tidemark.ledger.AlertBook.Watched;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What of a business needs a person now.
final class DueAlerts {
    /// Days before the end of a sign-in on which it is warned of once more, the last first.
    private static final int[] WARNED = {1, 7};

    private static final Duration SILENT = Duration.ofHours(24);
    /// What stories have to tell is lost with them.
    private static final Duration SILENT_WITH_STORIES = Duration.ofHours(6);

    private static final Duration STORY_LIFE = Duration.ofHours(24);

    private DueAlerts() {}

    /// First what connections need, in their order, then silent accounts. An account whose connection is
    /// broken is told of with the connection.
    ///
    /// @param warned how long before the end of a sign-in it is warned of first, by its login
    static List<Alert> of(
            List<Connection> connections, List<Watched> accounts, Function<String, Duration> warned, Instant now) {
        List<Alert> due = new ArrayList<>();
        List<Alert> silent = new ArrayList<>();
        for (Connection connection : connections) {
            List<Watched> own = accounts.stream()
                    .filter(account -> account.connectionId() == connection.id())
                    .toList();
            Optional<Alert> broken = broken(connection, own, now);
            broken.ifPresentOrElse(due::add, () -> {
                ends(connection, (int) warned.apply(connection.login()).toDays(), now)
                        .ifPresent(due::add);
                own.forEach(account -> silent(account, now).ifPresent(silent::add));
            });
        }
        due.addAll(silent);
        return due;
    }

    private static Optional<Alert> broken(Connection connection, List<Watched> accounts, Instant now) {
        if (connection.status() == Connection.Status.SIGN_IN_AGAIN) {
            Told said = Objects.requireNonNullElseGet(connection.said(), () -> Told.of(Connection.NOT_TAKEN.said()));
            return Optional.of(new Alert.ConnectionBroken(connection, said, null, accounts));
        }
        Instant end = connection.grant().endsAt();
        return end == null || now.isBefore(end)
                ? Optional.empty()
                : Optional.of(
                        new Alert.ConnectionBroken(connection, Told.of(AlertWords.IT_HAS_ENDED.said()), end, accounts));
    }

    private static Optional<Alert> ends(Connection connection, int first, Instant now) {
        Instant end = connection.grant().endsAt();
        if (end == null) {
            return Optional.empty();
        }
        OptionalInt days = IntStream.concat(IntStream.of(WARNED).filter(before -> before < first), IntStream.of(first))
                .filter(before -> !now.isBefore(end.minus(Duration.ofDays(before))))
                .findFirst();
        return days.isEmpty() ? Optional.empty() : Optional.of(new Alert.SignInEnds(connection, end, days.getAsInt()));
    }

    private static Optional<Alert> silent(Watched account, Instant now) {
        Instant since = since(account);
        Duration limit = losesStories(account, since) ? SILENT_WITH_STORIES : SILENT;
        return now.isBefore(since.plus(limit))
                ? Optional.empty()
                : Optional.of(new Alert.AccountSilent(account, since, limit));
    }

    /// Silence from before somebody had it collected again is no news.
    private static Instant since(Watched account) {
        Instant read = account.lastReadAt();
        return read == null || read.isBefore(account.collectingSince()) ? account.collectingSince() : read;
    }

    /// Whether a story lives still when the shorter limit is reached. It is told of silence as it began, so
    /// that the alert does not end when the story does.
    private static boolean losesStories(Watched account, Instant since) {
        Instant story = account.newestStoryAt();
        return story != null && since.plus(SILENT_WITH_STORIES).isBefore(story.plus(STORY_LIFE));
    }
}
