package io.tidemark.collect.alert;

import io.tidemark.language.Language;
import io.tidemark.ledger.AlertBook.Watched;
import io.tidemark.ledger.Breakout;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.Told;
import io.tidemark.metric.Platform;
import io.tidemark.words.Said;
import io.tidemark.words.Value;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Puts alerts into words.
///
/// @param address where people reach Tidemark, without a slash at the end; null where nobody has settled it
/// @param titles of logins, by their keys
record Wording(@Nullable String address, UnaryOperator<String> titles) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int NAMED = 10;
    private static final int MINUTES_PER_HOUR = 60;
    private static final int HOURS_PER_DAY = 24;
    private static final int DAYS_FROM_HOURS = 48;

    Notice notice(Business business, List<Alert> alerts, Language language, Instant now) {
        ZoneId zone = business.zone();
        List<Notice.Item> items = alerts.stream()
                .map(alert -> item(alert, plain(language.say(happened(alert, zone, now))), language))
                .toList();
        Said what = items.size() == 1
                ? subject(alerts.getFirst())
                : AlertWords.SEVERAL.said(Map.of("n", Value.count(items.size())));
        return notice(business, what, items, language, now);
    }

    /// What shows that a channel works.
    Notice trial(Business business, Language language, Instant now) {
        Said arrives = AlertWords.TRIAL_ARRIVES.said(Map.of("business", Value.name(business.name())));
        Notice.Item item = new Notice.Item(
                "trial",
                "",
                null,
                null,
                plain(language.say(arrives)),
                null,
                language.say(AlertWords.NOTHING_TO_DO.said()));
        return notice(business, AlertWords.TRIAL.said(), List.of(item), language, now);
    }

    private Notice notice(Business business, Said what, List<Notice.Item> items, Language language, Instant now) {
        Said subject =
                AlertWords.SUBJECT.said(Map.of("business", Value.name(business.name()), "what", Value.clause(what)));
        String path = Notice.path(items);
        URI page = address == null ? null : URI.create(address + path + "?business=" + business.id());
        Said more = page == null
                ? AlertWords.MORE_ON_PAGE.said(Map.of("path", Value.name(path)))
                : AlertWords.MORE_AT.said(Map.of("address", Value.name(page.toString())));
        return new Notice(business, now, plain(language.say(subject)), items, language.say(more), page);
    }

    private Said subject(Alert alert) {
        return switch (alert) {
            case Alert.SignInEnds ends -> AlertWords.ENDS_SOON.said(Map.of("login", login(ends.connection())));
            case Alert.ConnectionBroken broken -> AlertWords.NO_MORE.said(Map.of("login", login(broken.connection())));
            case Alert.AccountSilent silent -> AlertWords.NOT_READ.said(Map.of("account", account(silent.account())));
            case Alert.PostBreaksOut out -> AlertWords.BREAKING_OUT.said(Map.of("account", account(out.breakout())));
        };
    }

    private Said happened(Alert alert, ZoneId zone, Instant now) {
        return switch (alert) {
            case Alert.SignInEnds ends ->
                AlertWords.ENDS.said(Map.of(
                        "login", login(ends.connection()),
                        "name", Value.name(ends.connection().title()),
                        "n", Value.count(daysLeft(ends.endsAt(), now)),
                        "at", time(ends.endsAt(), zone)));
            case Alert.ConnectionBroken broken -> happened(broken, zone);
            case Alert.AccountSilent silent -> happened(silent, zone);
            case Alert.PostBreaksOut out -> happened(out.breakout(), zone);
        };
    }

    private Said happened(Alert.ConnectionBroken broken, ZoneId zone) {
        Value login = login(broken.connection());
        Value name = Value.name(broken.connection().title());
        Value reason = Value.clause(broken.said().again());
        Instant since = broken.since();
        Said said = since == null
                ? AlertWords.BROKEN.said(Map.of("login", login, "name", name, "reason", reason))
                : AlertWords.BROKEN_SINCE.said(
                        Map.of("login", login, "name", name, "reason", reason, "since", time(since, zone)));
        return broken.accounts().isEmpty() ? said : said.and(unread(broken.accounts(), zone));
    }

    private static Said unread(List<Watched> accounts, ZoneId zone) {
        List<Said> named = new ArrayList<>();
        for (Watched account : accounts.subList(0, Math.min(NAMED, accounts.size()))) {
            Instant read = account.lastReadAt();
            named.add(
                    read == null
                            ? AlertWords.NEVER_READ.said(Map.of("account", account(account)))
                            : AlertWords.LAST_READ.said(Map.of("account", account(account), "at", time(read, zone))));
        }
        int more = accounts.size() - NAMED;
        if (more > 0) {
            named.add(AlertWords.MORE_ACCOUNTS.said(Map.of("n", Value.count(more))));
        }
        return AlertWords.UNREAD.said(Map.of("accounts", Value.list(named)));
    }

    private static Said happened(Alert.AccountSilent silent, ZoneId zone) {
        Told last = silent.account().said();
        Said said = AlertWords.SILENT.said(Map.of(
                "account", account(silent.account()),
                "hours", Value.count(silent.limit().toHours()),
                "since", time(silent.since(), zone)));
        return last == null ? said : said.and(AlertWords.LAST_RUN.said(Map.of("said", Value.clause(last.again()))));
    }

    private static Said happened(Breakout out, ZoneId zone) {
        return AlertWords.BREAKS_OUT
                .said(Map.of(
                        "account", account(out),
                        "at", time(out.publishedAt(), zone),
                        "engagement", Value.count(out.engagement()),
                        "after", Value.clause(after(out.readAge())),
                        "expected", Value.count(out.expected())))
                .and(AlertWords.SETTLES.said(Map.of(
                        "settles", Value.count(out.settlesAt()),
                        "usual", Value.count(out.usual()),
                        "chance", Value.percent(out.chance()),
                        "n", Value.count(out.history()))));
    }

    private static Said after(double hours) {
        if (hours < 1) {
            return AlertWords.AFTER_MINUTES.said(Map.of("n", Value.count(Math.round(hours * MINUTES_PER_HOUR))));
        }
        return hours < DAYS_FROM_HOURS
                ? AlertWords.AFTER_HOURS.said(Map.of("n", Value.count(Math.round(hours))))
                : AlertWords.AFTER_DAYS.said(Map.of("n", Value.count(Math.round(hours / HOURS_PER_DAY))));
    }

    private static Notice.Item item(Alert alert, String happened, Language language) {
        return switch (alert) {
            case Alert.SignInEnds ends ->
                new Notice.Item(
                        ends.kind(),
                        ends.key(),
                        ends.connection().id(),
                        null,
                        happened,
                        null,
                        language.say(AlertWords.SIGN_IN_BEFORE.said()));
            case Alert.ConnectionBroken broken ->
                new Notice.Item(
                        broken.kind(),
                        broken.key(),
                        broken.connection().id(),
                        null,
                        happened,
                        broken.since(),
                        language.say(AlertWords.SIGN_IN_AGAIN.said()));
            case Alert.AccountSilent silent ->
                new Notice.Item(
                        silent.kind(),
                        silent.key(),
                        silent.account().connectionId(),
                        silent.account().accountId(),
                        happened,
                        silent.since(),
                        language.say((silent.limit().toHours() < HOURS_PER_DAY
                                        ? AlertWords.LOOK_SOON
                                        : AlertWords.LOOK_AT_RUNS)
                                .said()));
            case Alert.PostBreaksOut out ->
                new Notice.Item(
                        out.kind(),
                        out.key(),
                        null,
                        out.breakout().accountId(),
                        happened,
                        out.breakout().saidAt(),
                        language.say(AlertWords.WHILE_GROWING.said()));
        };
    }

    private static long daysLeft(Instant end, Instant now) {
        return Duration.between(now, end.minusNanos(1)).toDays() + 1;
    }

    private static Value time(Instant instant, ZoneId zone) {
        ZonedDateTime time = instant.atZone(zone);
        return Value.clause(AlertWords.TIME.said(Map.of(
                "day", Value.day(time.toLocalDate()),
                "time", Value.name(TIME.format(time)),
                "zone", Value.name(zone.getId()))));
    }

    private Value login(Connection connection) {
        return Value.quote(titles.apply(connection.login()));
    }

    private static Value account(Watched account) {
        return account(account.platform(), account.handle());
    }

    private static Value account(Breakout out) {
        return account(out.platform(), out.handle());
    }

    private static Value account(Platform platform, String handle) {
        return Value.name(platform.title() + " @" + handle);
    }

    /// Names and what platforms say stand in subjects too, where a line break would begin another header.
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
