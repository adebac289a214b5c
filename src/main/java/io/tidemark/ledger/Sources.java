package io.tidemark.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reading rows of `source`.
final class Sources {
    static final String SELECT =
            "select source_id, kind, format, name, observed_at, recorded_at, retracted_at, report from source ";
    /// The same for lists, which do not show rejected rows: there may be thousands.
    static final String SELECT_FOR_LISTS = """
            select source_id, kind, format, name, observed_at, recorded_at, retracted_at,
                case when report -> 'rejects' is null then report else jsonb_set(report, '{rejects}', '[]') end
            from source
            """;

    private Sources() {}

    /// When the newest source that counts was recorded, as of an instant or `infinity`; null when there is none.
    static @Nullable Instant lastRecordedAt(Session session, String asOf) {
        return session.statement("""
                select max(recorded_at) from source
                where business_id = :business and recorded_at <= :as_of::timestamptz
                    and (retracted_at is null or retracted_at > :as_of::timestamptz)
                """)
                .param("as_of", asOf)
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single()
                .orElse(null);
    }

    static Source read(ResultSet row, int number) throws SQLException {
        @Nullable Timestamp observedAt = row.getTimestamp(5);
        @Nullable Timestamp retractedAt = row.getTimestamp(7);
        return new Source(
                row.getLong(1),
                SourceSpec.Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                row.getString(3),
                row.getString(4),
                observedAt == null ? null : observedAt.toInstant(),
                row.getTimestamp(6).toInstant(),
                retractedAt == null ? null : retractedAt.toInstant(),
                row.getString(8));
    }
}
