package io.tidemark.ledger;

import io.tidemark.frame.AccountOrdinals;
import io.tidemark.frame.Restatements;
import io.tidemark.metric.Metric;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Reads what platforms changed after it was settled, with when each number came to count.
final class RestatementReader {
    private static final String SOURCES = """
            join source o on o.business_id = :business and o.source_id = r.source_id
            join source f on f.business_id = :business and f.source_id = r.former_source_id
            """;

    private final Session session;

    RestatementReader(Session session) {
        this.session = session;
    }

    /// @param ofPosts condition on `post_restatement p`
    /// @param ofDays condition on `day_restatement s`
    void addTo(Restatements.Builder restatements, AccountOrdinals ordinals, String ofPosts, String ofDays) {
        Words<Metric> metrics = new Words<>(key -> Metric.find(key).orElseThrow());
        session.copyOut(
                """
                select r.post_id, r.metric, r.restated_at, o.recorded_at, f.recorded_at, r.former_value, r.value
                from (select * from post_restatement p where p.business_id = :business and %s) r
                """.formatted(ofPosts) + SOURCES,
                row -> restatements.post(
                        row.nextLong(),
                        row.nextWord(metrics),
                        instant(row),
                        instant(row),
                        instant(row),
                        row.nextDouble(),
                        row.nextDouble()));
        session.copyOut(
                """
                select r.account_id, r.day, r.metric, r.restated_at, o.recorded_at, f.recorded_at, r.former_value, r.value
                from (select * from day_restatement s where s.business_id = :business and %s) r
                """.formatted(ofDays) + SOURCES,
                row -> restatements.day(
                        ordinals.of(row.nextLong()),
                        row.nextDay(),
                        row.nextWord(metrics),
                        instant(row),
                        instant(row),
                        instant(row),
                        row.nextDouble(),
                        row.nextDouble()));
    }

    private static Instant instant(BinaryRow row) {
        return Objects.requireNonNull(row.nextInstant());
    }

    /// When some sources were recorded.
    Map<Long, Instant> recordedAt(Collection<Long> sources) {
        Map<Long, Instant> recorded = new HashMap<>();
        long[] ids = sources.stream().mapToLong(Long::longValue).toArray();
        if (ids.length > 0) {
            session.copyOut(
                    "select source_id, recorded_at from source where business_id = :business and source_id = any ("
                            + Histories.array(ids) + ")",
                    row -> recorded.put(row.nextLong(), instant(row)));
        }
        return recorded;
    }
}
