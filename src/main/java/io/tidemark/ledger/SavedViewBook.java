package io.tidemark.ledger;

import io.tidemark.frame.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Saved views in PostgreSQL.
final class SavedViewBook implements SavedViews {
    private final Door door;
    private final Ids ids;
    private final Clock clock;

    SavedViewBook(Database database) {
        door = new Door(database);
        ids = new Ids(database);
        clock = database.clock();
    }

    @Override
    public List<Kept> all(long businessId, long userId) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                select view_id, name, path, search, saved_at from saved_view
                where business_id = :business and user_id = :user order by name_key
                """)
                        .param("user", userId)
                        .query(SavedViewBook::read)
                        .list());
    }

    @Override
    public Optional<Kept> save(long businessId, long userId, Wanted wanted) {
        long id = ids.take();
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                insert into saved_view (business_id, user_id, view_id, name, name_key, path, search, saved_at)
                select :business, :user, :id, :name, :key, :path, :search, :now
                where exists (select from saved_view
                        where business_id = :business and user_id = :user and name_key = :key)
                    or (select count(*) from saved_view where business_id = :business and user_id = :user) < :most
                on conflict (business_id, user_id, name_key) do update set name = excluded.name, path = excluded.path,
                    search = excluded.search, saved_at = excluded.saved_at
                returning view_id, name, path, search, saved_at
                """)
                        .param("user", userId)
                        .param("id", id)
                        .param("name", Names.clean(wanted.name()))
                        .param("key", Names.key(wanted.name()))
                        .param("path", wanted.path())
                        .param("search", wanted.search())
                        .param("now", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                        .param("most", MOST)
                        .query(SavedViewBook::read)
                        .optional());
    }

    @Override
    public Optional<Kept> rename(long businessId, long userId, long viewId, String name) {
        return door.inBusiness(businessId, session -> {
            refuseTaken(session, userId, viewId, name);
            return session.statement("""
                    update saved_view set name = :name, name_key = :key
                    where business_id = :business and user_id = :user and view_id = :id
                    returning view_id, name, path, search, saved_at
                    """)
                    .param("user", userId)
                    .param("id", viewId)
                    .param("name", Names.clean(name))
                    .param("key", Names.key(name))
                    .query(SavedViewBook::read)
                    .optional();
        });
    }

    private static void refuseTaken(Session session, long userId, long viewId, String name) {
        boolean taken = session.statement("""
                        select exists (select from saved_view where business_id = :business and user_id = :user
                            and name_key = :key and view_id <> :id)
                        """)
                .param("user", userId)
                .param("key", Names.key(name))
                .param("id", viewId)
                .query(Boolean.class)
                .single();
        if (taken) {
            throw DuplicateName.ofView(Names.clean(name));
        }
    }

    @Override
    public boolean remove(long businessId, long userId, long viewId) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                        delete from saved_view
                        where business_id = :business and user_id = :user and view_id = :id
                        """)
                                .param("user", userId)
                                .param("id", viewId)
                                .update()
                        > 0);
    }

    private static Kept read(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getLong("view_id"),
                row.getString("name"),
                row.getString("path"),
                row.getString("search"),
                row.getTimestamp("saved_at").toInstant());
    }
}
