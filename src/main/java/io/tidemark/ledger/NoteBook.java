package io.tidemark.ledger;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Notes in PostgreSQL.
final class NoteBook implements Notes {
    private static final String SELECT = """
            select n.note_id, n.from_date, n.to_date, n.account_id, n.text, n.author, u.email, n.personal, n.created_at,
                n.updated_at
            from note n join app_user u on u.user_id = n.author
            where n.business_id = :business
            """;

    /// What a reader sees of them.
    private static final String SEEN = " and (not n.personal or n.author = :reader)";

    private final Door door;
    private final Ids ids;
    private final Clock clock;

    NoteBook(Database database) {
        door = new Door(database);
        ids = new Ids(database);
        clock = database.clock();
    }

    @Override
    public List<Note> of(long businessId, long readerId, @Nullable LocalDate from, @Nullable LocalDate to) {
        return door.inBusiness(
                businessId,
                session -> about(session, SEEN, from, to)
                        .param("reader", readerId)
                        .query(NoteBook::read)
                        .list());
    }

    @Override
    public List<Note> shared(long businessId, @Nullable LocalDate from, @Nullable LocalDate to) {
        return door.inBusiness(
                businessId,
                session -> about(session, " and not n.personal", from, to)
                        .query(NoteBook::read)
                        .list());
    }

    private static StatementSpec about(
            Session session, String which, @Nullable LocalDate from, @Nullable LocalDate to) {
        return session.statement(SELECT + which + """
                 and (cast(:from as date) is null or n.to_date >= :from)
                 and (cast(:to as date) is null or n.from_date <= :to)
                order by n.from_date, n.note_id
                """)
                .param("from", date(from), Types.DATE)
                .param("to", date(to), Types.DATE);
    }

    @Override
    public Optional<Note> find(long businessId, long readerId, long id) {
        return door.inBusiness(businessId, session -> find(session, readerId, id));
    }

    @Override
    public Optional<Note> add(long businessId, long authorId, Wanted wanted) {
        long id = ids.take();
        return door.inBusiness(businessId, session -> {
            refuseUnknown(session, wanted.accountId());
            int added = said(session, wanted, """
                    insert into note (business_id, note_id, from_date, to_date, account_id, text, author, personal,
                        created_at, updated_at)
                    select :business, :id, :from, :to, :account, :text, :author, :personal, :now, :now
                    where (select count(*) from note where business_id = :business) < :most
                    """)
                    .param("id", id)
                    .param("author", authorId)
                    .param("most", MOST)
                    .update();
            return added == 0 ? Optional.empty() : told(session, authorId, id);
        });
    }

    @Override
    public Optional<Note> change(long businessId, long readerId, long id, Wanted wanted) {
        return door.inBusiness(businessId, session -> {
            refuseUnknown(session, wanted.accountId());
            int changed = said(session, wanted, """
                    update note set from_date = :from, to_date = :to, account_id = :account, text = :text,
                        personal = :personal, updated_at = :now
                    where business_id = :business and note_id = :id
                        and (author = :reader or not (personal or :personal))
                    """)
                    .param("id", id)
                    .param("reader", readerId)
                    .update();
            return changed == 0 ? Optional.empty() : told(session, readerId, id);
        });
    }

    @Override
    public boolean remove(long businessId, long readerId, long id) {
        return door.<Boolean>inBusiness(businessId, session -> {
            boolean found =
                    session.statement("delete from note n where n.business_id = :business and n.note_id = :id" + SEEN)
                                    .param("id", id)
                                    .param("reader", readerId)
                                    .update()
                            > 0;
            if (found) {
                Versions.stepFreshness(session);
            }
            return found;
        });
    }

    private StatementSpec said(Session session, Wanted wanted, String statement) {
        return session.statement(statement)
                .param("from", date(wanted.from()))
                .param("to", date(wanted.to()))
                .param("account", wanted.accountId(), Types.BIGINT)
                .param("text", wanted.text())
                .param("personal", wanted.personal())
                .param("now", Timestamp.from(clock.instant()));
    }

    private static Optional<Note> told(Session session, long readerId, long id) {
        Versions.stepFreshness(session);
        return find(session, readerId, id);
    }

    private static void refuseUnknown(Session session, @Nullable Long accountId) {
        if (accountId != null
                && session.statement("select 1 from account where business_id = :business and account_id = :account")
                        .param("account", accountId)
                        .query(Integer.class)
                        .optional()
                        .isEmpty()) {
            throw new UnknownAccount(accountId);
        }
    }

    private static Optional<Note> find(Session session, long readerId, long id) {
        return session.statement(SELECT + SEEN + " and n.note_id = :id")
                .param("id", id)
                .param("reader", readerId)
                .query(NoteBook::read)
                .optional();
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static Note read(ResultSet row, int number) throws SQLException {
        return new Note(
                row.getLong("note_id"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("to_date", LocalDate.class),
                row.getObject("account_id", Long.class),
                row.getString("text"),
                row.getLong("author"),
                row.getString("email"),
                row.getBoolean("personal"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
