package io.tidemark.ledger;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Where a [Derivation] writes: `post_analytics` and `analytics_summaries`.
public final class Derived {
    private static final List<Metric> ALL = Arrays.asList(Metric.values());
    private static final String SUMMARY_METRICS = ALL.stream().map(Metric::key).collect(Collectors.joining(", "));
    private static final String COUNTS =
            MetricColumns.OF_POSTS.stream().map(m -> m.key() + "_n").collect(Collectors.joining(", "));

    private final Session session;
    private final Business business;
    private final long dataVersion;

    Derived(Session session, Business business, long dataVersion) {
        this.session = session;
        this.business = business;
        this.dataVersion = dataVersion;
    }

    /// Removes the rows of affected posts; the days on which they were published are remembered as affected.
    public void clearPosts() {
        rememberCells();
        session.statement("""
                delete from post_analytics p using affected_post x
                where p.business_id = :business and p.post_id = x.post_id
                """).update();
    }

    public void writePosts(List<PostCurrent> posts) {
        String columns = "business_id, post_id, account_id, published_at, content_type, boosted, deleted, text, url, "
                + MetricColumns.LIST + ", engagement, engagement_rate, ctr, provenance, data_version";
        CopyBuffer rows = stage("post_analytics", columns);
        for (PostCurrent post : posts) {
            PostVersion version = post.version();
            rows.add(business.id())
                    .add(post.postId())
                    .add(post.accountId())
                    .add(version.publishedAt())
                    .add(version.contentType().key())
                    .add(version.boosted().key())
                    .add(version.deleted())
                    .add(version.text())
                    .add(version.url())
                    .add(post.values(), MetricColumns.OF_POSTS)
                    .add(post.engagement())
                    .add(post.engagementRate())
                    .add(post.ctr())
                    .add(provenance(post.provenance()))
                    .add(dataVersion)
                    .end();
        }
        move("post_analytics", columns, rows);
    }

    /// Replaces the activity rows of affected account days.
    public void writeAccountDays(List<AccountDay> days) {
        session.statement("""
                delete from analytics_summaries s using affected_day x
                where s.business_id = :business and s.account_id = x.account_id and s.basis = 'activity'
                    and s.granularity = 'day' and s.period_start = x.day
                """).update();
        String columns = "business_id, account_id, content_type, basis, granularity, period_start, observed_at, "
                + SUMMARY_METRICS + ", data_version";
        CopyBuffer rows = stage("analytics_summaries", columns);
        for (AccountDay day : days) {
            rows.add(business.id())
                    .add(day.accountId())
                    .add("all")
                    .add("activity")
                    .add("day")
                    .add(day.day())
                    .add(day.observedAt())
                    .add(day.values(), ALL)
                    .add(dataVersion)
                    .end();
        }
        move("analytics_summaries", columns, rows);
    }

    /// A post of an affected day of publication.
    public record PublishedPost(
            long postId, long accountId, ContentType contentType, LocalDate day, MetricValues values) {}

    /// Hands over every post published on an affected day, ordered by account, day, content type and id.
    public void forEachPublishedPost(Consumer<PublishedPost> consumer) {
        rememberCells();
        session.statement("""
                select p.post_id, p.account_id, p.content_type, c.day, %s
                from affected_cell c
                join post_analytics p on p.business_id = :business and p.account_id = c.account_id
                    and p.published_at >= c.from_at and p.published_at < c.to_at
                order by p.account_id, c.day, p.content_type, p.post_id
                """.formatted(MetricColumns.of("p"))).query((ResultSet row) -> {
            consumer.accept(published(row));
        });
    }

    /// Replaces the rows of affected days of publication.
    public void writePublishedDays(List<PublishedDay> days) {
        session.statement("""
                delete from analytics_summaries s
                using affected_cell c
                where s.business_id = :business and s.account_id = c.account_id and s.basis = 'published'
                    and s.granularity = 'day' and s.period_start = c.day
                """).update();
        String columns = "business_id, account_id, content_type, basis, granularity, period_start, posts, "
                + MetricColumns.LIST + ", " + COUNTS + ", data_version";
        CopyBuffer rows = stage("analytics_summaries", columns);
        for (PublishedDay day : days) {
            rows.add(business.id())
                    .add(day.accountId())
                    .add(day.contentType().key())
                    .add("published")
                    .add("day")
                    .add(day.day())
                    .add(day.posts())
                    .add(day.sums(), MetricColumns.OF_POSTS);
            for (Metric metric : MetricColumns.OF_POSTS) {
                Integer reporting = day.reporting().get(metric);
                rows.add(reporting == null ? null : reporting.toString());
            }
            rows.add(dataVersion).end();
        }
        move("analytics_summaries", columns, rows);
    }

    /// COPY cannot write where row-level security reads along, so rows go through a temporary table.
    private CopyBuffer stage(String table, String columns) {
        session.sql()
                .sql("create temp table if not exists stage_%1$s (like %1$s) on commit delete rows".formatted(table))
                .update();
        return new CopyBuffer(session, "stage_" + table, columns);
    }

    private void move(String table, String columns, CopyBuffer rows) {
        rows.flush();
        session.sql()
                .sql("insert into %1$s (%2$s) select %2$s from stage_%1$s".formatted(table, columns))
                .update();
        session.sql().sql("truncate stage_" + table).update();
    }

    /// The bounds of days are kept as instants, and counted, so that the posts of a day are found through the index.
    private void rememberCells() {
        session.statement("""
                insert into affected_cell
                select account_id, day, day::timestamp at time zone :zone, (day + 1)::timestamp at time zone :zone
                from (
                    select distinct p.account_id, (p.published_at at time zone :zone)::date as day
                    from affected_post x
                    join post_analytics p on p.business_id = :business and p.post_id = x.post_id
                    where p.published_at is not null) days
                on conflict do nothing
                """).param("zone", business.zone().getId()).update();
        session.sql().sql("analyze affected_cell").update();
    }

    private static PublishedPost published(ResultSet row) throws SQLException {
        return new PublishedPost(
                row.getLong(1),
                row.getLong(2),
                ContentType.find(row.getString(3)).orElseThrow(),
                row.getObject(4, LocalDate.class),
                MetricColumns.read(row, 5, MetricColumns.OF_POSTS));
    }

    /// JSON written by hand: keys and metric names need no escaping.
    private static String provenance(List<PostCurrent.Provenance> provenance) {
        List<String> entries = new ArrayList<>();
        for (PostCurrent.Provenance from : provenance) {
            String metrics =
                    from.metrics().stream().map(m -> "\"" + m.key() + "\"").collect(Collectors.joining(","));
            entries.add("{\"observed_at\":\"" + from.observedAt() + "\",\"source_id\":" + from.sourceId()
                    + ",\"metrics\":[" + metrics + "]}");
        }
        return "[" + String.join(",", entries) + "]";
    }
}
