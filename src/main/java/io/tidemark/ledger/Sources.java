package io.tidemark.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of `source`.
final class Sources {
    private static final String SELECT =
            "select source_id, kind, format, name, observed_at, recorded_at, retracted_at, report from source ";
    /// The same for lists, which do not show rejected rows: there may be thousands.
    private static final String SELECT_FOR_LISTS = """
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
                .query(Sources::instant)
                .single()
                .orElse(null);
    }

    /// When the first source was recorded, be it taken back since; null when there is none.
    static @Nullable Instant firstRecordedAt(Session session) {
        return session.statement("select min(recorded_at) from source where business_id = :business")
                .query(Sources::instant)
                .single()
                .orElse(null);
    }

    private static Optional<Instant> instant(ResultSet row, int number) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant);
    }

    /// Newest first.
    static List<Source> list(Session session, SourceSpec.Kind kind) {
        return session.statement(SELECT_FOR_LISTS
                        + "where business_id = :business and kind = :kind order by recorded_at desc, source_id desc")
                .param("kind", kind.name().toLowerCase(Locale.ROOT))
                .query(Sources::read)
                .list();
    }

    static Optional<Source> find(Session session, long sourceId) {
        return session.statement(SELECT + "where business_id = :business and source_id = :source")
                .param("source", sourceId)
                .query(Sources::read)
                .optional();
    }

    /// A file with the same content that still counts.
    static OptionalLong findSame(Session session, String contentHash) {
        JdbcClient.StatementSpec statement = session.statement("""
                select source_id from source
                where business_id = :business and content_hash = :hash and kind = 'file' and retracted_at is null
                """).param("hash", contentHash);
        return statement.query(Long.class).optional().map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /// @throws SameSource where it is a file whose content counts already
    static void refuseSame(Session session, SourceSpec spec) {
        if (spec.kind() == SourceSpec.Kind.FILE) {
            findSame(session, spec.contentHash()).ifPresent(same -> {
                throw new SameSource(same);
            });
        }
    }

    /// Whether a sync run with this hash was recorded, also one that no longer counts.
    static boolean hasSync(Session session, String contentHash) {
        return session.statement("""
                select exists (select from source
                    where business_id = :business and content_hash = :hash and kind = 'sync')
                """)
                .param("hash", contentHash)
                .query(Boolean.class)
                .single();
    }

    static void record(Session session, SourceSpec spec, Instant recordedAt) {
        Instant observedAt = spec.observedAt();
        session.statement("""
                insert into source (business_id, source_id, kind, format, name, content_hash, observed_at, recorded_at,
                    report)
                values (:business, :source, :kind, :format, :name, :hash, :observed, :recorded, '{}')
                """)
                .param("source", spec.sourceId())
                .param("kind", spec.kind().name().toLowerCase(Locale.ROOT))
                .param("format", spec.format())
                .param("name", spec.name())
                .param("hash", spec.contentHash())
                .param("observed", observedAt == null ? null : Timestamp.from(observedAt))
                .param("recorded", Timestamp.from(recordedAt))
                .update();
    }

    /// @param report as JSON
    static void report(Session session, long sourceId, String report) {
        session.statement("""
                update source set report = :report::jsonb where business_id = :business and source_id = :source
                """).param("report", report).param("source", sourceId).update();
    }

    /// @return false where it was retracted before or does not exist
    static boolean retract(Session session, long sourceId, Instant now) {
        int retracted = session.statement("""
                update source set retracted_at = :now
                where business_id = :business and source_id = :source and retracted_at is null
                """)
                .param("now", Timestamp.from(now))
                .param("source", sourceId)
                .update();
        return retracted > 0;
    }

    private static Source read(ResultSet row, int number) throws SQLException {
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
