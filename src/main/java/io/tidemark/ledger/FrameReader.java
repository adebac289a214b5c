package io.tidemark.ledger;

import io.tidemark.frame.AccountOrdinals;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Loads a business's present from the derived tables.
final class FrameReader {
    private static final List<Metric> ALL = Arrays.asList(Metric.values());
    private static final String SUMMARY_METRICS = ALL.stream().map(Metric::key).collect(Collectors.joining(", "));

    private final Session session;
    private final Business business;

    FrameReader(Session session, Business business) {
        this.session = session;
        this.business = business;
    }

    Frame read(long dataVersion) {
        List<FrameAccount> accounts = accounts();
        AccountOrdinals ordinals = new AccountOrdinals(accounts);
        PostFrame posts = posts(ordinals);
        return new Frame(
                business.id(),
                dataVersion,
                business.zone(),
                business.weekStart(),
                null,
                Sources.lastRecordedAt(session, "infinity"),
                accounts,
                posts,
                days(ordinals),
                new LabelReader(session).read(posts));
    }

    /// Accounts of which something counts; one whose only source was undone is left out.
    private List<FrameAccount> accounts() {
        Set<Long> counting = Set.copyOf(session.statement("""
                select account_id from post_analytics where business_id = :business
                union
                select account_id from analytics_summaries where business_id = :business
                """).query(Long.class).list());
        return Accounts.all(session).stream()
                .filter(account -> counting.contains(account.id()))
                .toList();
    }

    private PostFrame posts(AccountOrdinals ordinals) {
        PostFrame.Builder posts = PostFrame.builder(count("post_analytics"));
        session.statement("""
                select post_id, account_id, extract(epoch from published_at)::bigint, content_type, boosted, %s
                from post_analytics where business_id = :business and published_at is not null
                order by 3, 1
                """.formatted(MetricColumns.LIST)).query((ResultSet row) -> {
            long publishedAt = row.getLong(3);
            posts.add(
                    row.getLong(1),
                    ordinals.of(row.getLong(2)),
                    publishedAt,
                    Instant.ofEpochSecond(publishedAt).atZone(business.zone()).toLocalDate(),
                    ContentType.find(row.getString(4)).orElseThrow(),
                    Boosted.find(row.getString(5)).orElseThrow(),
                    MetricColumns.read(row, 6, MetricColumns.OF_POSTS));
        });
        return posts.build();
    }

    private DayFrame days(AccountOrdinals ordinals) {
        DayFrame.Builder days = DayFrame.builder(count("analytics_summaries"));
        session.statement("""
                select account_id, period_start, extract(epoch from observed_at)::bigint, %s
                from analytics_summaries
                where business_id = :business and basis = 'activity' and granularity = 'day'
                    and content_type = 'all'
                order by period_start, account_id
                """.formatted(SUMMARY_METRICS)).query((ResultSet row) -> {
            days.add(
                    ordinals.of(row.getLong(1)),
                    row.getObject(2, LocalDate.class),
                    row.getLong(3),
                    MetricColumns.read(row, 4, ALL));
        });
        return days.build();
    }

    private int count(String table) {
        return session.statement("select count(*) from " + table + " where business_id = :business")
                .query(Integer.class)
                .single();
    }
}
