package io.tidemark.ledger;

import io.tidemark.metric.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Where a [Derivation] writes: `post_analytics`, `post_at_age`, `post_growth`, `post_restatement`,
/// `day_restatement` and `analytics_summaries`.
///
/// Rows are gathered in temporary tables, since COPY cannot write where row-level security reads along; [#finish] and
/// the methods that take collections bring them into their tables.
public final class Derived {
    private static final List<Metric> ALL = Arrays.asList(Metric.values());
    private static final String SUMMARY_METRICS = ALL.stream().map(Metric::key).collect(Collectors.joining(", "));
    private static final String COUNTS =
            MetricColumns.OF_POSTS.stream().map(m -> m.key() + "_n").collect(Collectors.joining(", "));
    private static final String POST_COLUMNS =
            "business_id, post_id, account_id, published_at, content_type, boosted, deleted, collab, crosspost, text, url, "
                    + MetricColumns.LIST + ", engagement, engagement_rate, ctr, provenance, data_version";
    private static final String AGE_COLUMNS = "business_id, post_id, age_hours, " + MetricColumns.LIST;
    private static final String GROWTH_COLUMNS = "business_id, post_id, " + PostGrown.COLUMNS;
    private static final String RESTATEMENT_COLUMNS =
            "business_id, post_id, metric, restated_at, source_id, former_source_id, former_value, value";
    private static final String DAY_RESTATEMENT_COLUMNS =
            "business_id, account_id, day, metric, restated_at, source_id, former_source_id, former_value, value";
    private static final String DAY_COLUMNS =
            "business_id, account_id, content_type, basis, granularity, period_start, observed_at, "
                    + "imported_n, imported_followers_n, " + SUMMARY_METRICS + ", data_version";
    private static final String PERIOD_COLUMNS =
            "business_id, account_id, content_type, basis, granularity, period_start, observed_at, "
                    + "imported_n, imported_followers_n, " + SUMMARY_METRICS + ", " + COUNTS + ", data_version";

    private final Session session;
    private final Business business;
    private final long dataVersion;
    private final CopyBuffer posts;
    private final CopyBuffer ages;
    private final CopyBuffer growth;
    private final CopyBuffer restatements;

    Derived(Session session, Business business, long dataVersion) {
        this.session = session;
        this.business = business;
        this.dataVersion = dataVersion;
        posts = stage("post_analytics", POST_COLUMNS);
        ages = stage("post_at_age", AGE_COLUMNS);
        growth = stage("post_growth", GROWTH_COLUMNS);
        restatements = stage("post_restatement", RESTATEMENT_COLUMNS);
    }

    public void writePost(PostCurrent post) {
        PostVersion version = post.version();
        posts.add(business.id())
                .add(post.postId())
                .add(post.accountId())
                .add(version.publishedAt())
                .add(version.contentType().key())
                .add(version.boosted().key())
                .add(version.deleted())
                .add(version.marks().collab())
                .add(version.marks().crosspost())
                .add(version.text())
                .add(version.url())
                .add(post.values(), MetricColumns.OF_POSTS)
                .add(post.engagement())
                .add(post.engagementRate())
                .add(post.ctr())
                .addJson(ProvenanceJson.of(post.provenance()))
                .add(dataVersion)
                .end();
    }

    public void writeAge(PostAtAge at) {
        ages.add(business.id())
                .add(at.postId())
                .addSmall(at.ageHours())
                .add(at.values(), MetricColumns.OF_POSTS)
                .end();
    }

    public void writeGrowth(PostGrown post) {
        growth.add(business.id()).add(post.postId());
        post.addTo(growth);
        growth.end();
    }

    /// Of a post.
    public void writeRestatement(Restated restated) {
        restatements.add(business.id()).add(restated.subjectId());
        write(restatements, restated);
    }

    private static void write(CopyBuffer rows, Restated restated) {
        rows.add(restated.metric().key())
                .add(restated.at())
                .add(restated.sourceId())
                .add(restated.formerSourceId())
                .add(restated.before())
                .add(restated.after())
                .end();
    }

    /// Replaces the rows of all affected posts by those that were written; posts without one are gone.
    public void finish() {
        for (String table : List.of("post_analytics", "post_at_age", "post_growth", "post_restatement")) {
            session.statement("""
                    delete from %s p using affected_post x
                    where p.business_id = :business and p.post_id = x.post_id
                    """.formatted(table)).update();
        }
        move("post_analytics", POST_COLUMNS, posts);
        move("post_at_age", AGE_COLUMNS, ages);
        move("post_growth", GROWTH_COLUMNS, growth);
        move("post_restatement", RESTATEMENT_COLUMNS, restatements);
    }

    /// Adds differences to the summaries of posts. A summary that comes to have no posts is gone.
    public void addSummaries(Collection<SummaryDifference> differences) {
        new SummaryWriter(session, dataVersion).add(differences);
    }

    /// Replaces the activity rows of affected account days.
    public void writeAccountDays(List<AccountDay> days) {
        session.statement("""
                delete from analytics_summaries s using affected_day x
                where s.business_id = :business and s.account_id = x.account_id and s.basis = 'activity'
                    and s.granularity = 'day' and s.period_start = x.day and s.content_type = 'all'
                """).update();
        CopyBuffer rows = stage("analytics_summaries", DAY_COLUMNS);
        for (AccountDay day : days) {
            rows.add(business.id())
                    .add(day.accountId())
                    .add("all")
                    .add("activity")
                    .add("day")
                    .add(day.day())
                    .add(day.observedAt())
                    .addInt(day.imported() ? 1 : 0)
                    .addInt(day.importedFollowers() ? 1 : 0)
                    .add(day.values(), ALL)
                    .add(dataVersion)
                    .end();
        }
        move("analytics_summaries", DAY_COLUMNS, rows);
    }

    /// Replaces what platforms changed of affected account days.
    public void writeDayRestatements(List<Restated> restated) {
        session.statement("""
                delete from day_restatement s using affected_day x
                where s.business_id = :business and s.account_id = x.account_id and s.day = x.day
                """).update();
        CopyBuffer rows = stage("day_restatement", DAY_RESTATEMENT_COLUMNS);
        for (Restated one : restated) {
            rows.add(business.id()).add(one.subjectId()).add(one.day());
            write(rows, one);
        }
        move("day_restatement", DAY_RESTATEMENT_COLUMNS, rows);
    }

    /// The stored days of accounts in the years (with the weeks at their ends) that have an affected day, in the order
    /// of account and day.
    public List<AccountDay> accountDaysAround() {
        List<AccountDay> days = new ArrayList<>();
        session.copyOut("""
                with affected as materialized (
                    select distinct account_id, date_trunc('year', day::timestamp) as year from affected_day)
                select %s
                from analytics_summaries s
                where s.business_id = :business and s.basis = 'activity' and s.granularity = 'day'
                    and s.content_type = 'all' and exists (
                        select from affected x
                        where x.account_id = s.account_id and s.period_start >= x.year::date - 6
                            and s.period_start < (x.year + interval '1 year')::date + 6)
                order by s.account_id, s.period_start
                """.formatted(AccountDay.COLUMNS), row -> days.add(AccountDay.next(row)));
        return days;
    }

    /// Replaces some longer periods of accounts.
    ///
    /// @param replaced all of which something may have changed; of those without a period nothing is left
    public void writeAccountPeriods(Collection<AccountPeriod.Key> replaced, Collection<AccountPeriod> periods) {
        session.sql().sql("""
                create temp table if not exists replaced_period (
                    account_id bigint, granularity text, period_start date) on commit delete rows
                """).update();
        CopyBuffer keys = new CopyBuffer(session, "replaced_period", "account_id, granularity, period_start");
        replaced.forEach(key -> keys.add(key.accountId())
                .add(key.granularity())
                .add(key.start())
                .end());
        keys.flush();
        session.statement("""
                delete from analytics_summaries s using replaced_period x
                where s.business_id = :business and s.account_id = x.account_id and s.basis = 'activity'
                    and s.granularity = x.granularity and s.period_start = x.period_start and s.content_type = 'all'
                """).update();
        CopyBuffer rows = stage("analytics_summaries", PERIOD_COLUMNS);
        for (AccountPeriod period : periods) {
            write(rows, period);
        }
        move("analytics_summaries", PERIOD_COLUMNS, rows);
    }

    private void write(CopyBuffer rows, AccountPeriod period) {
        rows.add(business.id())
                .add(period.key().accountId())
                .add("all")
                .add("activity")
                .add(period.key().granularity())
                .add(period.key().start())
                .add(period.observedAt())
                .addInt(period.imported())
                .addInt(period.importedFollowers())
                .add(period.values(), ALL);
        for (Metric metric : MetricColumns.OF_POSTS) {
            int reporting = period.reporting().applyAsInt(metric);
            if (reporting == 0) {
                rows.addNull();
            } else {
                rows.addInt(reporting);
            }
        }
        rows.add(dataVersion).end();
    }

    private CopyBuffer stage(String table, String columns) {
        return SummaryWriter.stage(session, table, columns);
    }

    private void move(String table, String columns, CopyBuffer rows) {
        rows.flush();
        if (rows.count() > 0) {
            session.sql()
                    .sql("insert into %1$s (%2$s) select %2$s from stage_%1$s".formatted(table, columns))
                    .update();
            session.sql().sql("truncate stage_" + table).update();
        }
    }
}
