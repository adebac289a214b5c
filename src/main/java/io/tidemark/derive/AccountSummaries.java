package io.tidemark.derive;

import io.tidemark.analytics.AccountPeriods;
import io.tidemark.analytics.Basis;
import io.tidemark.analytics.SummaryPeriod;
import io.tidemark.ledger.AccountDay;
import io.tidemark.ledger.AccountPeriod;
import io.tidemark.ledger.Derived;
import io.tidemark.ledger.Records;
import io.tidemark.ledger.SummaryRow;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/// What platforms said of accounts' days, and the longer periods that these days lie in. A restated day replaces what
/// was said before, so its periods are added up anew.
final class AccountSummaries {
    private AccountSummaries() {}

    static void derive(Records records, Derived derived) {
        List<Records.AffectedDay> affected = records.affectedDays();
        if (affected.isEmpty()) {
            return;
        }
        derived.writeAccountDays(records.accountDays());
        derived.writeDayRestatements(Restating.ofDays(records));
        DayOfWeek weekStart = records.business().weekStart();
        Set<AccountPeriods.Key> touched = new HashSet<>();
        affected.forEach(day -> touched.addAll(AccountPeriods.around(day.accountId(), epochDay(day.day()), weekStart)));
        List<AccountPeriods.Day> days =
                derived.accountDaysAround().stream().map(AccountSummaries::day).toList();
        derived.writeAccountPeriods(
                touched.stream().map(AccountSummaries::key).toList(),
                AccountPeriods.rollUp(days, weekStart).stream()
                        .filter(total -> touched.contains(total.key()))
                        .map(AccountSummaries::period)
                        .toList());
    }

    static SummaryRow row(AccountDay day) {
        String granularity = SummaryPeriod.DAY.key();
        return row(
                day.accountId(),
                granularity,
                day.day(),
                day.observedAt(),
                day.values(),
                metric -> 0,
                day.imported() ? 1 : 0,
                day.importedFollowers() ? 1 : 0);
    }

    static SummaryRow row(AccountPeriods.Total total) {
        AccountPeriod period = period(total);
        AccountPeriod.Key key = period.key();
        return row(
                key.accountId(),
                key.granularity(),
                key.start(),
                period.observedAt(),
                period.values(),
                period.reporting(),
                period.imported(),
                period.importedFollowers());
    }

    private static SummaryRow row(
            long accountId,
            String granularity,
            LocalDate start,
            Instant observedAt,
            MetricValues values,
            ToIntFunction<Metric> reporting,
            int imported,
            int importedFollowers) {
        String basis = Basis.ACTIVITY.key();
        return new SummaryRow(
                accountId,
                "all",
                basis,
                granularity,
                start,
                null,
                observedAt,
                values::orNaN,
                reporting,
                null,
                null,
                imported,
                importedFollowers);
    }

    static AccountPeriods.Day day(AccountDay day) {
        return new AccountPeriods.Day(
                day.accountId(),
                epochDay(day.day()),
                day.observedAt().getEpochSecond(),
                day.values(),
                day.imported(),
                day.importedFollowers());
    }

    private static AccountPeriod period(AccountPeriods.Total total) {
        return new AccountPeriod(
                key(total.key()),
                Instant.ofEpochSecond(total.observedAt()),
                total.values(),
                total.reporting(),
                total.imported(),
                total.importedFollowers());
    }

    private static AccountPeriod.Key key(AccountPeriods.Key key) {
        return new AccountPeriod.Key(key.accountId(), key.period().key(), LocalDate.ofEpochDay(key.start()));
    }

    private static int epochDay(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }
}
