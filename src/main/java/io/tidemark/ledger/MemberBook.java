package io.tidemark.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Members in PostgreSQL. Changes of one business wait for each other, so that two cannot take away its last two
/// owners.
final class MemberBook implements Members {
    private static final String MEMBERS = """
            select m.user_id, u.email, m.role from member m join app_user u on u.user_id = m.user_id
            where m.business_id = :business
            """;

    private final Door door;
    private final Directory directory;

    MemberBook(Database database) {
        door = new Door(database);
        directory = new Directory(database);
    }

    @Override
    public List<Member> all(long businessId) {
        return door.inBusiness(
                businessId,
                session -> session.statement(MEMBERS + "order by m.role <> 'owner', u.email")
                        .query(MemberBook::read)
                        .list());
    }

    @Override
    public Optional<Member> find(long businessId, long userId) {
        return door.inBusiness(businessId, session -> find(session, userId));
    }

    @Override
    public boolean add(long businessId, long userId, Member.Role role) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                        insert into member (business_id, user_id, role) values (:business, :user, :role)
                        on conflict (business_id, user_id) do nothing
                        """)
                                .param("user", userId)
                                .param("role", role.key())
                                .update()
                        > 0);
    }

    @Override
    public Outcome change(long businessId, long userId, Member.Role role) {
        return guarded(
                businessId,
                userId,
                role != Member.Role.OWNER,
                session -> session.statement("""
                        update member set role = :role where business_id = :business and user_id = :user
                        """)
                        .param("user", userId)
                        .param("role", role.key())
                        .update());
    }

    @Override
    public Outcome remove(long businessId, long userId) {
        return guarded(
                businessId,
                userId,
                true,
                session -> session.statement("""
                        delete from member where business_id = :business and user_id = :user
                        """).param("user", userId).update());
    }

    @Override
    public List<String> administrators() {
        return directory.administrators();
    }

    private Outcome guarded(long businessId, long userId, boolean losesOwner, Consumer<Session> work) {
        return door.inBusiness(businessId, session -> {
            session.statement("select business_id from business where business_id = :business for update")
                    .query(Long.class)
                    .single();
            Optional<Member> member = find(session, userId);
            if (member.isEmpty()) {
                return Outcome.UNKNOWN;
            }
            if (losesOwner && member.get().role() == Member.Role.OWNER && !hasOtherOwner(session, userId)) {
                return Outcome.LAST_OWNER;
            }
            work.accept(session);
            return Outcome.DONE;
        });
    }

    private static boolean hasOtherOwner(Session session, long userId) {
        return session.statement("""
                        select exists (select from member
                            where business_id = :business and user_id <> :user and role = 'owner')
                        """).param("user", userId).query(Boolean.class).single();
    }

    private static Optional<Member> find(Session session, long userId) {
        return session.statement(MEMBERS + "and m.user_id = :user")
                .param("user", userId)
                .query(MemberBook::read)
                .optional();
    }

    private static Member read(ResultSet row, int number) throws SQLException {
        return new Member(
                row.getLong(1),
                row.getString(2),
                Member.Role.find(row.getString(3)).orElseThrow());
    }
}
