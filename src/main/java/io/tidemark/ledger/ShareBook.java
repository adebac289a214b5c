package io.tidemark.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Links to pages in PostgreSQL.
final class ShareBook implements Shares {
    private static final String COLUMNS = """
            business_id, share_id, token_hash, page, search, created_by, created_at, expires_at, revoked_at,
            password_hash, last_used_at""";

    private final Door door;
    private final Ids ids;
    private final Clock clock;

    ShareBook(Database database) {
        door = new Door(database);
        ids = new Ids(database);
        clock = database.clock();
    }

    @Override
    public List<Share> all(long businessId) {
        return door.inBusiness(
                businessId,
                session -> session.statement("select " + COLUMNS + """
                 from share where business_id = :business
                order by revoked_at is not null, created_at desc, share_id desc limit :most
                """)
                        .param("most", MOST_LISTED)
                        .query(ShareBook::read)
                        .list());
    }

    @Override
    public Optional<Share> find(long businessId, long id) {
        return door.inBusiness(businessId, session -> find(session, id));
    }

    @Override
    public Share create(long businessId, Wanted wanted) {
        long id = ids.take();
        return door.inBusiness(businessId, session -> {
            session.statement("""
                    insert into share (business_id, share_id, token_hash, page, search, created_by, created_at,
                        expires_at, password_hash)
                    values (:business, :id, :token, :page, :search, :user, :now, :expires, :password)
                    """)
                    .param("id", id)
                    .param("token", wanted.tokenHash())
                    .param("page", wanted.page())
                    .param("search", wanted.search())
                    .param("user", wanted.createdBy())
                    .param("now", Timestamp.from(clock.instant()))
                    .param("expires", Timestamp.from(wanted.expiresAt()))
                    .param("password", wanted.passwordHash())
                    .update();
            return find(session, id).orElseThrow();
        });
    }

    @Override
    public boolean revoke(long businessId, long id) {
        return door.<Boolean>inBusiness(
                businessId,
                session -> session.statement("""
                update share set revoked_at = coalesce(revoked_at, :now)
                where business_id = :business and share_id = :id
                """)
                                .param("id", id)
                                .param("now", Timestamp.from(clock.instant()))
                                .update()
                        == 1);
    }

    @Override
    public void used(long businessId, long id) {
        door.inBusiness(
                businessId,
                session -> session.statement("""
                update share set last_used_at = :now where business_id = :business and share_id = :id
                """)
                        .param("id", id)
                        .param("now", Timestamp.from(clock.instant()))
                        .update());
    }

    private static Optional<Share> find(Session session, long id) {
        return session.statement("select " + COLUMNS + """
                 from share where business_id = :business and share_id = :id
                """)
                .param("id", id)
                .query(ShareBook::read)
                .optional();
    }

    private static Share read(ResultSet row, int number) throws SQLException {
        return new Share(
                row.getLong("business_id"),
                row.getLong("share_id"),
                row.getString("token_hash"),
                row.getString("page"),
                row.getString("search"),
                row.getLong("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row, "revoked_at"),
                row.getString("password_hash"),
                instant(row, "last_used_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
