package io.tidemark.ledger;

import io.tidemark.metric.Platform;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What was said of posts that break out. Never changed; what rests on a source that was taken back is
/// left out.
public final class BreakoutBook {
    private static final String SELECT = """
            select b.post_id, b.level, b.said_at, b.account_id, a.platform, a.handle, b.published_at, b.read_age,
                b.engagement, b.expected, b.usual, b.settles_at, b.probability, b.history,
                case when s.known_at <= :as_of::timestamptz then s.settled end as settled
            from breakout b
            join source o on o.business_id = :business and o.source_id = b.source_id
            join account a on a.business_id = :business and a.account_id = b.account_id
            left join breakout_outcome s on s.business_id = :business and s.post_id = b.post_id
            where b.business_id = :business and b.said_at <= :as_of::timestamptz
                and (o.retracted_at is null or o.retracted_at > :as_of::timestamptz)
            """;

    private final Door door;

    public BreakoutBook(Database database) {
        door = new Door(database);
    }

    /// All that was said by an instant, the newest first.
    ///
    /// @param asOf null for the present
    public List<Breakout> all(long businessId, @Nullable Instant asOf) {
        return door.inBusiness(
                businessId,
                session -> session.statement(SELECT + "order by b.said_at desc, b.post_id, b.level")
                        .param("as_of", asOf == null ? "infinity" : asOf.toString())
                        .query(BreakoutBook::read)
                        .list());
    }

    /// The alerts since an instant of which nobody knows yet what came of them, the oldest first.
    public List<Breakout> openAlerts(long businessId, Instant since) {
        return door.inBusiness(
                businessId,
                session -> session.statement(SELECT + """
                        and b.level = 'alert' and b.said_at >= :since and s.post_id is null
                        order by b.said_at, b.post_id
                        """)
                        .param("as_of", "infinity")
                        .param("since", Timestamp.from(since))
                        .query(BreakoutBook::read)
                        .list());
    }

    private static Breakout read(ResultSet row, int number) throws SQLException {
        double settled = row.getDouble("settled");
        boolean open = row.wasNull();
        return new Breakout(
                row.getLong("post_id"),
                Breakout.Level.valueOf(row.getString("level").toUpperCase(Locale.ROOT)),
                row.getTimestamp("said_at").toInstant(),
                row.getLong("account_id"),
                Platform.find(row.getString("platform")).orElseThrow(),
                row.getString("handle"),
                row.getTimestamp("published_at").toInstant(),
                row.getDouble("read_age"),
                row.getDouble("engagement"),
                row.getDouble("expected"),
                row.getDouble("usual"),
                row.getDouble("settles_at"),
                row.getDouble("probability"),
                row.getInt("history"),
                open ? null : Double.valueOf(settled));
    }
}
