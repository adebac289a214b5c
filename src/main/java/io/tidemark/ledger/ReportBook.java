package io.tidemark.ledger;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reports in PostgreSQL.
final class ReportBook implements Reports {
    private static final String COLUMNS = """
            business_id, report_id, title, from_date, to_date, search, sections, colour, logo is not null as has_logo,
            created_by, created_at, changed_at, closed_at, schedule_id""";

    private final Door door;
    private final Ids ids;
    private final Clock clock;

    ReportBook(Database database) {
        door = new Door(database);
        ids = new Ids(database);
        clock = database.clock();
    }

    @Override
    public List<Report> all(long businessId) {
        return door.inBusiness(
                businessId,
                session -> session.statement("select " + COLUMNS + """
                , null as answers from report where business_id = :business
                order by changed_at desc, report_id desc limit :most
                """)
                        .param("most", MOST_LISTED)
                        .query(ReportBook::read)
                        .list());
    }

    @Override
    public Optional<Report> find(long businessId, long id) {
        return door.inBusiness(businessId, session -> find(session, id));
    }

    @Override
    public Report create(long businessId, Report.Content content, long createdBy, @Nullable Long likeId) {
        long id = ids.take();
        return door.inBusiness(businessId, session -> {
            with(content, session.statement("""
                    insert into report (business_id, report_id, title, from_date, to_date, search, sections, colour,
                        logo_type, logo, created_by, created_at, changed_at)
                    select :business, :id, :title, :from, :to, :search, cast(:sections as json), :colour,
                        l.logo_type, l.logo, :user, :now, :now
                    from (values (1)) as one
                    left join report l on l.business_id = :business and l.report_id = :like
                    """))
                    .param("id", id)
                    .param("user", createdBy)
                    .param("like", likeId, Types.BIGINT)
                    .update();
            return find(session, id).orElseThrow();
        });
    }

    @Override
    public boolean change(long businessId, long id, Report.Content content) {
        return door.<Boolean>inBusiness(
                businessId,
                session -> with(content, session.statement("""
                        update report set title = :title, from_date = :from, to_date = :to, search = :search,
                            sections = cast(:sections as json), colour = :colour, changed_at = :now
                        where business_id = :business and report_id = :id and closed_at is null
                        """)).param("id", id).update() == 1);
    }

    @Override
    public boolean close(long businessId, long id, String answers) {
        return door.<Boolean>inBusiness(
                businessId,
                session -> session.statement("""
                update report set closed_at = :now, changed_at = :now, answers = cast(:answers as json)
                where business_id = :business and report_id = :id and closed_at is null
                """)
                                .param("id", id)
                                .param("answers", answers)
                                .param("now", Timestamp.from(clock.instant()))
                                .update()
                        == 1);
    }

    @Override
    public boolean remove(long businessId, long id) {
        return door.<Boolean>inBusiness(businessId, session -> {
            int removed = session.statement("""
                    delete from report where business_id = :business and report_id = :id
                    """).param("id", id).update();
            // A series without reports has nothing to go on from.
            session.statement("""
                    delete from report_schedule s where business_id = :business and not exists
                        (select from report r where r.business_id = :business and r.schedule_id = s.schedule_id)
                    """).update();
            return removed == 1;
        });
    }

    @Override
    public Optional<Thumbnail> logo(long businessId, long id) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                select logo_type, logo from report
                where business_id = :business and report_id = :id and logo is not null
                """)
                        .param("id", id)
                        .query((row, number) -> Thumbnail.of(row.getString("logo_type"), row.getBytes("logo")))
                        .optional());
    }

    @Override
    public boolean changeLogo(long businessId, long id, @Nullable Thumbnail logo) {
        return door.<Boolean>inBusiness(
                businessId,
                session -> session.statement("""
                update report set logo_type = :type, logo = :image, changed_at = :now
                where business_id = :business and report_id = :id and closed_at is null
                """)
                                .param("id", id)
                                .param("type", logo == null ? null : logo.contentType(), Types.VARCHAR)
                                .param("image", logo == null ? null : logo.image(), Types.BINARY)
                                .param("now", Timestamp.from(clock.instant()))
                                .update()
                        == 1);
    }

    private JdbcClient.StatementSpec with(Report.Content content, JdbcClient.StatementSpec statement) {
        return statement
                .param("title", content.title())
                .param("from", Date.valueOf(content.from()))
                .param("to", Date.valueOf(content.to()))
                .param("search", content.search())
                .param("sections", content.sections())
                .param("colour", content.colour(), Types.VARCHAR)
                .param("now", Timestamp.from(clock.instant()));
    }

    static Optional<Report> find(Session session, long id) {
        return session.statement("select " + COLUMNS + """
                , answers from report where business_id = :business and report_id = :id
                """)
                .param("id", id)
                .query(ReportBook::read)
                .optional();
    }

    private static Report read(ResultSet row, int number) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        return new Report(
                row.getLong("business_id"),
                row.getLong("report_id"),
                new Report.Content(
                        row.getString("title"),
                        row.getDate("from_date").toLocalDate(),
                        row.getDate("to_date").toLocalDate(),
                        row.getString("search"),
                        row.getString("sections"),
                        row.getString("colour")),
                row.getBoolean("has_logo"),
                row.getLong("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                closed == null ? null : closed.toInstant(),
                row.getString("answers"),
                row.getObject("schedule_id", Long.class));
    }
}
