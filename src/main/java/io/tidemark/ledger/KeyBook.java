package io.tidemark.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keys of programs in PostgreSQL.
final class KeyBook implements ApiKeys {
    /// A key that is used all the time is not written down all the time.
    private static final Duration USES_NOTED_EVERY = Duration.ofMinutes(1);

    private static final String KEYS = """
            select k.key_id, k.name, k.scope, k.beginning, k.user_id, u.email, k.created_at, k.expires_at, k.last_used_at,
                k.revoked_at
            from api_key k join app_user u on u.user_id = k.user_id
            where k.business_id = :business
            """;
    private static final String GOOD = "revoked_at is null and (expires_at is null or expires_at > :now)";

    private final Door door;
    private final Ids ids;
    private final Clock clock;

    KeyBook(Database database) {
        door = new Door(database);
        ids = new Ids(database);
        clock = database.clock();
    }

    @Override
    public List<ApiKey> all(long businessId) {
        return door.inBusiness(
                businessId,
                session -> session.statement(
                                KEYS + "order by not (" + GOOD + "), created_at desc, key_id desc limit :most")
                        .param("now", now())
                        .param("most", MOST_LISTED)
                        .query(KeyBook::read)
                        .list());
    }

    @Override
    public Optional<ApiKey> find(long businessId, long id) {
        return door.inBusiness(businessId, session -> find(session, id));
    }

    @Override
    public Optional<ApiKey> create(long businessId, Wanted wanted) {
        long id = ids.take();
        return door.inBusiness(businessId, session -> {
            session.statement("select business_id from business where business_id = :business for update")
                    .query(Long.class)
                    .single();
            int good = session.statement("select count(*) from api_key where business_id = :business and " + GOOD)
                    .param("now", now())
                    .query(Integer.class)
                    .single();
            if (good >= MOST) {
                return Optional.empty();
            }
            session.statement("""
                    insert into api_key (business_id, key_id, name, scope, digest, beginning, user_id, created_at,
                        expires_at)
                    values (:business, :id, :name, :scope, :digest, :beginning, :user, :now, :expires)
                    """)
                    .param("id", id)
                    .param("name", wanted.name())
                    .param("scope", wanted.scope().key())
                    .param("digest", wanted.digest())
                    .param("beginning", wanted.beginning())
                    .param("user", wanted.userId())
                    .param("now", now())
                    .param("expires", wanted.expiresAt() == null ? null : Timestamp.from(wanted.expiresAt()))
                    .update();
            return find(session, id);
        });
    }

    @Override
    public Optional<ApiKey> revoke(long businessId, long id) {
        return door.inBusiness(businessId, session -> {
            session.statement("""
                    update api_key set revoked_at = :now
                    where business_id = :business and key_id = :id and revoked_at is null
                    """).param("id", id).param("now", now()).update();
            return find(session, id);
        });
    }

    @Override
    public Optional<ApiKey> use(long businessId, String digest) {
        return door.inBusiness(businessId, session -> {
            Optional<ApiKey> key = session.statement(KEYS + "and k.digest = :digest and " + GOOD)
                    .param("digest", digest)
                    .param("now", now())
                    .query(KeyBook::read)
                    .optional();
            key.filter(this::isToBeNoted)
                    .ifPresent(used -> session.statement("""
                            update api_key set last_used_at = :now where business_id = :business and key_id = :id
                            """)
                            .param("id", used.id())
                            .param("now", now())
                            .update());
            return key;
        });
    }

    private boolean isToBeNoted(ApiKey key) {
        Instant last = key.lastUsedAt();
        return last == null || !clock.instant().isBefore(last.plus(USES_NOTED_EVERY));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Optional<ApiKey> find(Session session, long id) {
        return session.statement(KEYS + "and k.key_id = :id")
                .param("id", id)
                .query(KeyBook::read)
                .optional();
    }

    private static ApiKey read(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getLong("key_id"),
                row.getString("name"),
                ApiKey.Scope.find(row.getString("scope")).orElseThrow(),
                row.getString("beginning"),
                row.getLong("user_id"),
                row.getString("email"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "expires_at"),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
