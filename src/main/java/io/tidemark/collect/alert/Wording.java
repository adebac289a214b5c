package io.tidemark.collect.alert;

import io.tidemark.ledger.AlertBook.Watched;
import io.tidemark.ledger.Breakout;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Connection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts alerts into words.
///
/// @param address where people reach Tidemark, without a slash at the end; null where nobody has settled it
/// @param titles of logins, by their keys
record Wording(@Nullable String address, UnaryOperator<String> titles) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm '('VV')'", Locale.ENGLISH);
    private static final int NAMED = 10;

    Notice notice(Business business, List<Alert> alerts, Instant now) {
        List<Notice.Item> items =
                alerts.stream().map(alert -> item(alert, business.zone(), now)).toList();
        String subject = items.size() == 1
                ? "Tidemark, %s: %s".formatted(plain(business.name()), subject(alerts.getFirst()))
                : "Tidemark, %s: %d alerts".formatted(plain(business.name()), items.size());
        return new Notice(business, now, subject, items, page(business, items));
    }

    /// What shows that a channel works.
    Notice trial(Business business, Instant now) {
        Notice.Item item = new Notice.Item(
                "trial",
                "",
                null,
                null,
                "This is a trial: alerts of %s arrive here.".formatted(plain(business.name())),
                null,
                "There is nothing to do.");
        String subject = "Tidemark, %s: a trial".formatted(plain(business.name()));
        return new Notice(business, now, subject, List.of(item), page(business, List.of(item)));
    }

    private @Nullable URI page(Business business, List<Notice.Item> items) {
        return address == null ? null : URI.create(address + Notice.path(items) + "?business=" + business.id());
    }

    private String subject(Alert alert) {
        return switch (alert) {
            case Alert.SignInEnds ends -> "the sign-in with %s ends soon".formatted(login(ends.connection()));
            case Alert.ConnectionBroken broken ->
                "the sign-in with %s is good no more".formatted(login(broken.connection()));
            case Alert.AccountSilent silent -> "%s is not being read".formatted(account(silent.account()));
            case Alert.PostBreaksOut out -> "a post on %s is breaking out".formatted(account(out.breakout()));
        };
    }

    private Notice.Item item(Alert alert, ZoneId zone, Instant now) {
        return switch (alert) {
            case Alert.SignInEnds ends ->
                item(
                        ends,
                        ends.connection(),
                        "The sign-in with %s ends %s, on %s."
                                .formatted(
                                        name(ends.connection()), left(ends.endsAt(), now), time(ends.endsAt(), zone)),
                        null,
                        "Sign in again before then, so that no day is missed.");
            case Alert.ConnectionBroken broken ->
                item(
                        broken,
                        broken.connection(),
                        "The sign-in with %s is good no more%s. The reason: %s%s"
                                .formatted(
                                        name(broken.connection()),
                                        broken.since() == null ? "" : " since " + time(broken.since(), zone),
                                        plain(broken.said()),
                                        unread(broken.accounts(), zone)),
                        broken.since(),
                        "Sign in again: its accounts go on where they stood.");
            case Alert.AccountSilent silent -> item(silent, zone);
            case Alert.PostBreaksOut out -> item(out, zone);
        };
    }

    private static Notice.Item item(
            Alert alert, Connection connection, String happened, @Nullable Instant since, String advice) {
        return new Notice.Item(alert.kind(), alert.key(), connection.id(), null, happened, since, advice);
    }

    private static Notice.Item item(Alert.AccountSilent silent, ZoneId zone) {
        Watched account = silent.account();
        String said = account.said();
        String happened = "%s has not been read for over %d hours, since %s.%s"
                .formatted(
                        account(account),
                        silent.limit().toHours(),
                        time(silent.since(), zone),
                        said == null ? "" : " The last run said: " + plain(said));
        String advice = silent.limit().toHours() < 24
                ? "Look at its last runs soon: it has stories, whose numbers are gone a day after they were published."
                : "Look at its last runs, and whether the server runs all the time.";
        return new Notice.Item(
                silent.kind(),
                silent.key(),
                account.connectionId(),
                account.accountId(),
                happened,
                silent.since(),
                advice);
    }

    private static Notice.Item item(Alert.PostBreaksOut out, ZoneId zone) {
        Breakout said = out.breakout();
        String happened = String.format(
                Locale.ENGLISH,
                "The post of %s published on %s had %,.0f engagements after %s, where %,.0f are usual. It is"
                        + " expected to settle at %,.0f; the chance that it comes to three times the usual %,.0f or more is"
                        + " %.0f%%, from %d earlier posts.",
                account(said),
                time(said.publishedAt(), zone),
                said.engagement(),
                age(said.readAge()),
                said.expected(),
                said.settlesAt(),
                said.usual(),
                said.chance() * 100,
                said.history());
        return new Notice.Item(
                out.kind(),
                out.key(),
                null,
                said.accountId(),
                happened,
                said.saidAt(),
                "While it is growing, answers and a follow-up reach more people than usual.");
    }

    private static String age(double hours) {
        return hours < 1
                ? "%d minutes".formatted(Math.round(hours * 60))
                : hours < 48 ? Math.round(hours) + " hours" : Math.round(hours / 24) + " days";
    }

    private static String account(Breakout said) {
        return said.platform().title() + " @" + plain(said.handle());
    }

    private static String unread(List<Watched> accounts, ZoneId zone) {
        if (accounts.isEmpty()) {
            return "";
        }
        String named = accounts.stream()
                .limit(NAMED)
                .map(account -> account(account)
                        + (account.lastReadAt() == null
                                ? " (never read)"
                                : ", last on " + time(account.lastReadAt(), zone)))
                .collect(Collectors.joining("; "));
        int more = accounts.size() - NAMED;
        return " Not read meanwhile: " + named + (more > 0 ? "; and %d more.".formatted(more) : ".");
    }

    private static String left(Instant end, Instant now) {
        long days = Duration.between(now, end.minusNanos(1)).toDays() + 1;
        return days == 1 ? "within a day" : "in %d days".formatted(days);
    }

    private static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.truncatedTo(ChronoUnit.MINUTES).atZone(zone));
    }

    private String login(Connection connection) {
        return plain(titles.apply(connection.login()));
    }

    private String name(Connection connection) {
        return "%s (%s)".formatted(login(connection), plain(connection.title()));
    }

    private static String account(Watched account) {
        return account.platform().title() + " @" + plain(account.handle());
    }

    /// Names and what platforms say stand in subjects too, where a line break would begin another header.
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
