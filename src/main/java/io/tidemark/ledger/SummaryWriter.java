package io.tidemark.ledger;

import io.tidemark.metric.Metric;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Adds differences to stored summaries of posts, whole sets at a time.
///
/// Sums are whole thousandths, so adding and taking away leaves no residue. A metric is null exactly where no post
/// reports it, whatever is added.
final class SummaryWriter {
    private static final String COLUMNS =
            "business_id, account_id, content_type, basis, granularity, period_start, posts, estimated_n, open_n, imported_n, "
                    + MetricColumns.LIST + ", " + columns("%1$s_n") + ", data_version";
    private static final String UPSERT = """
            insert into analytics_summaries as s (%1$s)
            select %1$s from stage_analytics_summaries
            on conflict (business_id, account_id, basis, granularity, period_start, content_type) do update set
                posts = s.posts + excluded.posts, estimated_n = s.estimated_n + excluded.estimated_n,
                open_n = s.open_n + excluded.open_n, imported_n = s.imported_n + excluded.imported_n,
                data_version = excluded.data_version, %2$s
            """.formatted(COLUMNS, columns("""
                    %1$s_n = nullif(coalesce(s.%1$s_n, 0) + coalesce(excluded.%1$s_n, 0), 0),
                    %1$s = case
                        when coalesce(s.%1$s_n, 0) + coalesce(excluded.%1$s_n, 0) = 0 then null
                        when excluded.%1$s is null then s.%1$s
                        when s.%1$s is null then excluded.%1$s
                        else (round(s.%1$s * 1000) + round(excluded.%1$s * 1000)) / 1000 end"""));
    private static final double THOUSAND = 1_000;

    private final Session session;
    private final long dataVersion;

    SummaryWriter(Session session, long dataVersion) {
        this.session = session;
        this.dataVersion = dataVersion;
    }

    private static String columns(String of) {
        return MetricColumns.OF_POSTS.stream()
                .map(metric -> of.formatted(metric.key()))
                .collect(Collectors.joining(", "));
    }

    void add(Collection<SummaryDifference> differences) {
        if (differences.isEmpty()) {
            return;
        }
        CopyBuffer rows = stage(session, "analytics_summaries", COLUMNS);
        for (SummaryDifference difference : differences) {
            write(rows, difference);
        }
        rows.flush();
        session.sql().sql(UPSERT).update();
        session.statement("""
                delete from analytics_summaries s using stage_analytics_summaries d
                where d.posts < 0 and s.business_id = :business and s.account_id = d.account_id and s.basis = d.basis
                    and s.granularity = d.granularity and s.period_start = d.period_start
                    and s.content_type = d.content_type and s.posts = 0
                """).update();
        session.sql().sql("truncate stage_analytics_summaries").update();
    }

    private void write(CopyBuffer rows, SummaryDifference difference) {
        rows.add(session.businessId())
                .add(difference.accountId())
                .add(difference.contentType().key())
                .add(difference.basis())
                .add(difference.granularity())
                .add(difference.start())
                .addInt(difference.posts());
        count(rows, difference.estimated());
        count(rows, difference.open());
        count(rows, difference.imported());
        for (Metric metric : MetricColumns.OF_POSTS) {
            rows.add(
                    isUntouched(difference, metric)
                            ? Double.NaN
                            : difference.thousandths().applyAsLong(metric) / THOUSAND);
        }
        for (Metric metric : MetricColumns.OF_POSTS) {
            count(
                    rows,
                    isUntouched(difference, metric)
                            ? null
                            : (Integer) difference.reporting().applyAsInt(metric));
        }
        rows.add(dataVersion).end();
    }

    private static boolean isUntouched(SummaryDifference difference, Metric metric) {
        return difference.reporting().applyAsInt(metric) == 0
                && difference.thousandths().applyAsLong(metric) == 0;
    }

    private static void count(CopyBuffer rows, @Nullable Integer count) {
        if (count == null) {
            rows.addNull();
        } else {
            rows.addInt(count);
        }
    }

    /// A temporary table like another, which COPY may write to.
    static CopyBuffer stage(Session session, String table, String columns) {
        session.sql()
                .sql("create temp table if not exists stage_%1$s (like %1$s) on commit delete rows".formatted(table))
                .update();
        return new CopyBuffer(session, "stage_" + table, columns);
    }
}
