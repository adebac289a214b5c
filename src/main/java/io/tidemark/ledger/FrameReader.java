package io.tidemark.ledger;

import io.tidemark.frame.AccountOrdinals;
import io.tidemark.frame.ActivityFrame;
import io.tidemark.frame.Ages;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.Growth;
import io.tidemark.frame.PostDays;
import io.tidemark.frame.PostFrame;
import io.tidemark.frame.Restatements;
import io.tidemark.frame.Wordings;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Loads a business's present from the derived tables.
final class FrameReader {
    private static final List<Metric> ALL = Arrays.asList(Metric.values());
    private static final String SUMMARY_METRICS = ALL.stream().map(Metric::key).collect(Collectors.joining(", "));
    private static final int FIRST_CAPACITY = 4096;

    private final Session session;
    private final Business business;

    FrameReader(Session session, Business business) {
        this.session = session;
        this.business = business;
    }

    /// @param ages gives the values at ages of the posts of the frame
    /// @param growth gives how the posts of the frame grew
    /// @param postDays gives what happened on single posts of it
    /// @param wordings reads their texts
    Frame read(
            long dataVersion,
            BiFunction<PostFrame, List<FrameAccount>, Ages> ages,
            Function<PostFrame, Growth> growth,
            BiFunction<PostFrame, List<FrameAccount>, PostDays> postDays,
            Wordings.Reader wordings) {
        // Sorting some megabytes must not spill to disk.
        session.sql().sql("set local work_mem = '64MB'").update();
        List<FrameAccount> accounts = accounts();
        AccountOrdinals ordinals = new AccountOrdinals(accounts);
        PostFrame posts = posts(ordinals);
        return new Frame(
                business.id(),
                dataVersion,
                business.zone(),
                business.weekStart(),
                null,
                Sources.firstRecordedAt(session),
                Sources.lastRecordedAt(session, "infinity"),
                accounts,
                posts,
                days(ordinals),
                new LabelReader(session).read(posts),
                activity(ordinals),
                ages.apply(posts, accounts),
                growth.apply(posts),
                postDays.apply(posts, accounts),
                new Wordings(posts, wordings),
                restatements(posts, accounts, ordinals));
    }

    private Restatements restatements(PostFrame posts, List<FrameAccount> accounts, AccountOrdinals ordinals) {
        Restatements.Builder restatements = new Restatements.Builder(posts, accounts, business.zone());
        new RestatementReader(session).addTo(restatements, ordinals, "true", "true");
        return restatements.build();
    }

    /// Accounts of which something counts; one whose only source was undone is left out.
    private List<FrameAccount> accounts() {
        Set<Long> counting = Set.copyOf(session.statement("""
                select account_id from account a
                where a.business_id = :business and (
                    exists (select from post_analytics p
                        where p.business_id = :business and p.account_id = a.account_id)
                    or exists (select from analytics_summaries s
                        where s.business_id = :business and s.account_id = a.account_id))
                """).query(Long.class).list());
        return Accounts.all(session).stream()
                .filter(account -> counting.contains(account.id()))
                .toList();
    }

    private PostFrame posts(AccountOrdinals ordinals) {
        PostFrame.Builder posts = PostFrame.builder(FIRST_CAPACITY);
        addPosts(posts, ordinals, "true");
        return posts.build();
    }

    /// @param condition on `post_analytics p`
    void addPosts(PostFrame.Builder posts, AccountOrdinals ordinals, String condition) {
        EpochDays days = new EpochDays(business.zone());
        Words<ContentType> types = new Words<>(FrameReader::type);
        Words<Boosted> boosts = new Words<>(key -> Boosted.find(key).orElseThrow());
        Metric[] metrics = MetricColumns.OF_POSTS.toArray(Metric[]::new);
        session.copyOut("""
                select post_id, account_id, extract(epoch from published_at)::bigint, content_type, boosted,
                    deleted, %s
                from post_analytics p where p.business_id = %d and p.published_at is not null and %s
                """.formatted(MetricColumns.LIST, business.id(), condition), row -> {
            long id = row.nextLong();
            int account = ordinals.of(row.nextLong());
            long publishedAt = row.nextLong();
            posts.row(id, account, publishedAt, days.of(publishedAt), row.nextWord(types), row.nextWord(boosts));
            if (row.nextBoolean()) {
                posts.markDeleted();
            }
            for (Metric metric : metrics) {
                double value = row.nextDouble();
                if (!Double.isNaN(value)) {
                    posts.set(metric, value);
                }
            }
        });
    }

    /// What platforms said of whole accounts.
    private DayFrame days(AccountOrdinals ordinals) {
        DayFrame.Builder days = DayFrame.builder(FIRST_CAPACITY);
        session.copyOut("""
                select account_id, period_start, extract(epoch from observed_at)::bigint, imported_n,
                    imported_followers_n, %s
                from analytics_summaries
                where business_id = %d and basis = 'activity' and granularity = 'day' and content_type = 'all'
                order by period_start, account_id
                """.formatted(SUMMARY_METRICS, business.id()), row -> {
            int account = ordinals.of(row.nextLong());
            days.row(account, row.nextEpochDay(), row.nextLong(Long.MIN_VALUE))
                    .importedAre(row.nextInt(0) > 0, row.nextInt(0) > 0);
            for (Metric metric : ALL) {
                double value = row.nextDouble();
                if (!Double.isNaN(value)) {
                    days.set(metric, value);
                }
            }
        });
        return days.build();
    }

    /// What happened on posts, by type.
    private ActivityFrame activity(AccountOrdinals ordinals) {
        ActivityFrame.Builder activity = ActivityFrame.builder(FIRST_CAPACITY);
        Words<ContentType> types = new Words<>(FrameReader::type);
        Metric[] metrics = MetricColumns.OF_POSTS.toArray(Metric[]::new);
        session.copyOut("""
                select account_id, period_start, content_type, estimated_n, open_n, imported_n, %s
                from analytics_summaries
                where business_id = %d and basis = 'activity' and granularity = 'day' and content_type <> 'all'
                order by period_start, account_id, content_type
                """.formatted(MetricColumns.LIST, business.id()), row -> {
            int account = ordinals.of(row.nextLong());
            int day = row.nextEpochDay();
            activity.row(account, day, row.nextWord(types), row.nextInt(0) > 0, row.nextInt(0) > 0);
            if (row.nextInt(0) > 0) {
                activity.markImported();
            }
            for (Metric metric : metrics) {
                double value = row.nextDouble();
                if (!Double.isNaN(value)) {
                    activity.set(metric, value);
                }
            }
        });
        return activity.build();
    }

    private static ContentType type(String key) {
        return ContentType.find(key).orElseThrow();
    }
}
