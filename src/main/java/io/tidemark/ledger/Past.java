package io.tidemark.ledger;

import io.tidemark.frame.AccountOrdinals;
import io.tidemark.frame.GrowthPath;
import io.tidemark.frame.PostFrame;
import io.tidemark.frame.Restatements;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Growing;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A business as it was at an instant, told from what it is: posts and days of which no source has said or taken back
/// anything since are as they are stored, and only the others have to be derived as of then.
public final class Past {
    private static final String COUNTS =
            MetricColumns.OF_POSTS.stream().map(metric -> metric.key() + "_n").collect(Collectors.joining(", "));
    private static final String UNCHANGED = "not exists (select from affected_post x where x.post_id = p.post_id)";
    private static final double THOUSAND = 1_000;

    private final Session session;
    private final Business business;
    private final Records then;
    private final Records now;
    private final boolean fromPresent;
    private final Lanes lanes;

    /// @param fromPresent whether something is as it is stored
    Past(Session session, Business business, Records then, Records now, boolean fromPresent, Lanes lanes) {
        this.session = session;
        this.business = business;
        this.then = then;
        this.now = now;
        this.fromPresent = fromPresent;
        this.lanes = lanes;
    }

    /// What may have changed since, as it was, on one thread.
    public Records then() {
        return then;
    }

    /// The posts that may have changed since, as they were, in no order and on several threads.
    ///
    /// @param consumers makes one for each thread, on it
    public void forEachPostThen(Supplier<Consumer<PostHistory>> consumers) {
        forEachPost(then, consumers);
    }

    /// The same as they are; nothing where all has changed, since then nothing of the present is needed.
    ///
    /// @param consumers makes one for each thread, on it
    public void forEachPostNow(Supplier<Consumer<PostHistory>> consumers) {
        if (fromPresent) {
            forEachPost(now, consumers);
        }
    }

    private void forEachPost(Records records, Supplier<Consumer<PostHistory>> consumers) {
        records.forEachPost(lanes, () -> {
            Consumer<PostHistory> consumer = consumers.get();
            return change -> consumer.accept(change.after());
        });
    }

    /// The accounts of the posts that have not changed.
    public Set<Long> accountsOfUnchangedPosts() {
        Set<Long> accounts = new HashSet<>();
        session.copyOut(
                "select distinct p.account_id from post_analytics p where p.business_id = :business and " + UNCHANGED,
                row -> accounts.add(row.nextLong()));
        return accounts;
    }

    public void addUnchangedPosts(PostFrame.Builder posts, AccountOrdinals ordinals) {
        new FrameReader(session, business).addPosts(posts, ordinals, UNCHANGED);
    }

    /// Takes the values of a post at an age.
    @FunctionalInterface
    public interface AgeConsumer {
        void accept(long postId, int ageHours, MetricValues values);
    }

    /// Values at standard ages of the posts that have not changed.
    public void forEachUnchangedAge(AgeConsumer consumer) {
        session.copyOut(
                "select p.post_id, p.age_hours::integer, %s from post_at_age p where p.business_id = :business and %s"
                        .formatted(MetricColumns.LIST, UNCHANGED),
                row -> consumer.accept(row.nextLong(), row.nextInt(), row.nextValues(MetricColumns.OF_POSTS)));
    }

    /// How the posts grew that have not changed.
    public void forEachUnchangedGrowth(BiConsumer<Long, Map<Growing, GrowthPath>> consumer) {
        session.copyOut(
                "select p.post_id, %s from post_growth p where p.business_id = :business and %s"
                        .formatted(PostGrown.COLUMNS, UNCHANGED),
                row -> consumer.accept(row.nextLong(), PostGrown.next(row)));
    }

    /// What platforms changed of posts and days that have not changed since.
    public void addUnchangedRestatements(Restatements.Builder restatements, AccountOrdinals ordinals) {
        new RestatementReader(session).addTo(restatements, ordinals, UNCHANGED, """
                        not exists (select from affected_day x where x.account_id = s.account_id and x.day = s.day)""");
    }

    /// When some sources were recorded.
    public Map<Long, Instant> recordedAt(Collection<Long> sources) {
        return new RestatementReader(session).recordedAt(sources);
    }

    /// The days of accounts that have not changed, in no order.
    public List<AccountDay> unchangedDays() {
        List<AccountDay> days = new ArrayList<>();
        session.copyOut("""
                select %s
                from analytics_summaries s
                where s.business_id = :business and s.basis = 'activity' and s.granularity = 'day'
                    and s.content_type = 'all' and not exists (
                        select from affected_day x where x.account_id = s.account_id and x.day = s.period_start)
                """.formatted(AccountDay.COLUMNS), row -> days.add(AccountDay.next(row)));
        return days;
    }

    /// What happened on posts by day, those included that have changed: as it is, which is less or more by what
    /// changed.
    public void forEachActivityDay(Consumer<SummaryDifference> consumer) {
        if (!fromPresent) {
            return;
        }
        session.copyOut("""
                select account_id, content_type, period_start, posts, estimated_n, open_n, imported_n, %s, %s
                from analytics_summaries
                where business_id = :business and basis = 'activity' and granularity = 'day' and content_type <> 'all'
                """.formatted(MetricColumns.LIST, COUNTS), row -> consumer.accept(activityDay(row)));
    }

    private static SummaryDifference activityDay(BinaryRow row) {
        long account = row.nextLong();
        ContentType type = ContentType.find(row.requiredText()).orElseThrow();
        LocalDate day = row.nextDay();
        int posts = row.nextInt();
        int estimated = row.nextInt();
        int open = row.nextInt();
        int imported = row.nextInt(0);
        MetricValues sums = row.nextValues(MetricColumns.OF_POSTS);
        Map<Metric, Integer> reporting = new EnumMap<>(Metric.class);
        for (Metric metric : MetricColumns.OF_POSTS) {
            int count = row.nextInt(0);
            if (count > 0) {
                reporting.put(metric, count);
            }
        }
        return new SummaryDifference(
                account,
                type,
                "activity",
                "day",
                day,
                posts,
                estimated,
                open,
                imported,
                metric -> Math.round(sums.orNaN(metric) * THOUSAND),
                metric -> reporting.getOrDefault(metric, 0));
    }
}
