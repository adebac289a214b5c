package io.tidemark.derive;

import static java.util.stream.Collectors.groupingBy;

import io.tidemark.analytics.AccountPeriods;
import io.tidemark.analytics.AnalyticsAggregator;
import io.tidemark.analytics.Summary;
import io.tidemark.ledger.AccountDay;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.Records;
import io.tidemark.ledger.SummaryRow;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Summaries as they stood at a past instant, derived by the same functions as those of the present.
public final class SummariesAsOf {
    private static final Comparator<SummaryRow> IN_ACCOUNT = Comparator.comparing(SummaryRow::basis)
            .thenComparing(SummaryRow::granularity)
            .thenComparing(SummaryRow::start)
            .thenComparing(SummaryRow::contentType);

    private final Ledger ledger;

    public SummariesAsOf(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Hands over all summaries in the order of account, basis, granularity, start and content type. Only the days are
    /// held for all accounts; longer periods are added up for one account at a time.
    public void forEach(long businessId, Instant asOf, Consumer<SummaryRow> consumer) {
        ledger.asOf(businessId, asOf, records -> {
            Map<Long, List<Summary>> ofPosts = postDays(records).stream()
                    .collect(groupingBy(day -> day.key().accountId()));
            Map<Long, List<AccountDay>> ofAccounts =
                    records.accountDays().stream().collect(groupingBy(AccountDay::accountId));
            TreeSet<Long> accounts = new TreeSet<>(ofPosts.keySet());
            accounts.addAll(ofAccounts.keySet());
            DayOfWeek weekStart = records.business().weekStart();
            for (long account : accounts) {
                List<SummaryRow> rows = new ArrayList<>();
                addPosts(ofPosts.getOrDefault(account, List.of()), weekStart, rows);
                addAccount(ofAccounts.getOrDefault(account, List.of()), weekStart, rows);
                rows.sort(IN_ACCOUNT);
                rows.forEach(consumer);
            }
            return records.dataVersion();
        });
    }

    private static List<Summary> postDays(Records records) {
        Business business = records.business();
        AnalyticsAggregator summaries = new AnalyticsAggregator(business.zone(), business.weekStart());
        records.forEachPost(change ->
                PostStanding.of(change.after()).ifPresent(post -> summaries.add(post.state(business.zone()))));
        return summaries.drainDays();
    }

    private static void addPosts(List<Summary> days, DayOfWeek weekStart, List<SummaryRow> rows) {
        days.forEach(day -> rows.add(Summaries.row(day)));
        AnalyticsAggregator.rollUp(days, weekStart).forEach(period -> rows.add(Summaries.row(period)));
    }

    private static void addAccount(List<AccountDay> days, DayOfWeek weekStart, List<SummaryRow> rows) {
        days.forEach(day -> rows.add(AccountSummaries.row(day)));
        AccountPeriods.rollUp(days.stream().map(AccountSummaries::day).toList(), weekStart)
                .forEach(period -> rows.add(AccountSummaries.row(period)));
    }
}
