package io.tidemark.ledger;

import io.tidemark.frame.Reading;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads what is known of posts: three queries for any number of them.
final class Histories {
    private final Session session;
    private final String asOf;

    /// @param asOf an instant, or `infinity` for the present
    Histories(Session session, String asOf) {
        this.session = session;
        this.asOf = asOf;
    }

    List<PostHistory> of(List<Long> postIds, Map<Long, Platform> platforms) {
        Long[] ids = postIds.toArray(Long[]::new);
        Map<Long, PostHistory> histories = new TreeMap<>();
        session.statement("select post_id, account_id from post where business_id = :business and post_id = any(:ids)")
                .param("ids", ids)
                .query((ResultSet row) -> {
                    long account = row.getLong(2);
                    histories.put(
                            row.getLong(1),
                            new PostHistory(
                                    row.getLong(1),
                                    account,
                                    required(platforms, account),
                                    new ArrayList<>(),
                                    new ArrayList<>()));
                });
        session.statement("""
                select s.post_id, s.published_at, s.placement, s.format, s.text, s.url, s.boosted, s.deleted
                from post_version s join source o on o.business_id = :business and o.source_id = s.source_id
                """ + COUNTED).param("ids", ids).param("as_of", asOf).query((ResultSet row) -> {
            required(histories, row.getLong(1)).versions().add(version(row));
        });
        session.statement(("""
                select s.post_id, extract(epoch from s.observed_at), s.source_id, %s
                from post_snapshot s join source o on o.business_id = :business and o.source_id = s.source_id
                """ + COUNTED).formatted(MetricColumns.of("s")))
                .param("ids", ids)
                .param("as_of", asOf)
                .query((ResultSet row) -> {
                    required(histories, row.getLong(1)).readings().add(reading(row));
                });
        return List.copyOf(histories.values());
    }

    /// Only what counts, and in the order in which later rows prevail.
    private static final String COUNTED = """
            where s.business_id = :business and s.post_id = any(:ids) and s.observed_at <= :as_of::timestamptz
                and o.recorded_at <= :as_of::timestamptz
                and (o.retracted_at is null or o.retracted_at > :as_of::timestamptz)
            order by s.post_id, s.observed_at, o.kind, o.content_hash
            """;

    private static <V> V required(Map<Long, V> values, long id) {
        V value = values.get(id);
        if (value == null) {
            throw new IllegalStateException("No row for id " + id);
        }
        return value;
    }

    private static PostVersion version(ResultSet row) throws SQLException {
        return new PostVersion(
                instant(row.getTimestamp(2)),
                Placement.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                Format.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                row.getString(5),
                row.getString(6),
                Boosted.find(row.getString(7)).orElseThrow(),
                row.getBoolean(8));
    }

    private static Reading reading(ResultSet row) throws SQLException {
        // Microseconds as PostgreSQL keeps them, without the detour over calendars.
        long micros = row.getBigDecimal(2).movePointRight(6).longValueExact();
        Instant observedAt =
                Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
        return new Reading(observedAt, row.getLong(3), MetricColumns.read(row, 4, MetricColumns.OF_POSTS));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
