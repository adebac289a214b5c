package io.tidemark.ledger;

import io.tidemark.language.Language;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Series of reports in PostgreSQL.
final class ScheduleBook implements ReportSchedules {
    private static final String COLUMNS = """
            business_id, schedule_id, every, days_after, hour, title, recipients, language, shared, origin, set_by,
            done_to, last_report, last_at, attempts, again_at, said, said_from""";

    private final Door door;
    private final Ids ids;
    private final Clock clock;

    ScheduleBook(Database database) {
        door = new Door(database);
        ids = new Ids(database);
        clock = database.clock();
    }

    @Override
    public List<ReportSchedule> all(long businessId) {
        return door.inBusiness(
                businessId,
                session -> session.statement("select " + COLUMNS + """
                 from report_schedule where business_id = :business order by schedule_id
                """)
                        .query(ScheduleBook::read)
                        .list());
    }

    @Override
    public Optional<ReportSchedule> find(long businessId, long id) {
        return door.inBusiness(businessId, session -> find(session, id, ""));
    }

    @Override
    public Optional<ReportSchedule> put(
            long businessId, long reportId, ReportSchedule.Wanted wanted, LocalDate doneTo) {
        long fresh = ids.take();
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                select coalesce(schedule_id, :fresh) from report
                where business_id = :business and report_id = :report for update
                """)
                        .param("fresh", fresh)
                        .param("report", reportId)
                        .query(Long.class)
                        .optional()
                        .flatMap(id -> {
                            put(session, id, wanted, doneTo);
                            forgetMails(session, id, wanted);
                            session.statement("""
                            update report set schedule_id = :id where business_id = :business and report_id = :report
                            """)
                                    .param("id", id)
                                    .param("report", reportId)
                                    .update();
                            return find(session, id, "");
                        }));
    }

    /// Whoever changes it has it tried again at once.
    private static void put(Session session, long id, ReportSchedule.Wanted wanted, LocalDate doneTo) {
        session.statement("""
                insert into report_schedule as s (business_id, schedule_id, every, days_after, hour, title, recipients,
                    language, shared, origin, set_by, done_to)
                values (:business, :id, :every, :days, :hour, :title, string_to_array(:recipients, e'\\n'), :language,
                    :shared, :origin, :user, :done)
                on conflict (business_id, schedule_id) do update
                    set every = excluded.every, days_after = excluded.days_after, hour = excluded.hour,
                        title = excluded.title, recipients = excluded.recipients, language = excluded.language,
                        shared = excluded.shared, origin = excluded.origin, set_by = excluded.set_by,
                        done_to = greatest(s.done_to, excluded.done_to), attempts = 0, again_at = null, said = null,
                        said_from = null
                """)
                .param("id", id)
                .param("every", wanted.every().name().toLowerCase(Locale.ROOT))
                .param("days", wanted.daysAfter())
                .param("hour", wanted.hour())
                .param("title", wanted.title())
                .param("recipients", String.join("\n", wanted.recipients()))
                .param("language", wanted.language().key())
                .param("shared", wanted.shared())
                .param("origin", wanted.origin())
                .param("user", wanted.setBy())
                .param("done", Date.valueOf(doneTo))
                .update();
    }

    /// Whoever is no longer named gets no mail that did not go out yet.
    private static void forgetMails(Session session, long id, ReportSchedule.Wanted wanted) {
        session.statement("""
                delete from report_mail m using report r
                where m.business_id = :business and r.business_id = :business and r.report_id = m.report_id
                    and r.schedule_id = :id and m.sent_at is null
                    and m.address <> all (string_to_array(:recipients, e'\\n'))
                """)
                .param("id", id)
                .param("recipients", String.join("\n", wanted.recipients()))
                .update();
    }

    @Override
    public void remove(long businessId, long id) {
        door.inBusiness(businessId, session -> {
            // Whoever makes a report of the series just now is waited for.
            if (find(session, id, "for update").isEmpty()) {
                return 0;
            }
            session.statement("""
                    update report set schedule_id = null where business_id = :business and schedule_id = :id
                    """).param("id", id).update();
            return session.statement("""
                    delete from report_schedule where business_id = :business and schedule_id = :id
                    """).param("id", id).update();
        });
    }

    @Override
    public Optional<Report> report(ReportSchedule schedule, LocalDate from, LocalDate to) {
        long fresh = ids.take();
        return door.inBusiness(schedule.businessId(), session -> {
            // One at a time, so that two who find none do not both make one.
            if (find(session, schedule.id(), "for update").isEmpty()) {
                return Optional.empty();
            }
            Optional<Long> there = ofPeriod(session, schedule.id(), from, to);
            if (there.isEmpty()) {
                duplicate(session, schedule, fresh, from, to);
            }
            return ReportBook.find(session, there.orElse(fresh));
        });
    }

    private static Optional<Long> ofPeriod(Session session, long id, LocalDate from, LocalDate to) {
        return session.statement("""
                select report_id from report
                where business_id = :business and schedule_id = :id and from_date = :from and to_date = :to
                order by report_id desc limit 1
                """)
                .param("id", id)
                .param("from", Date.valueOf(from))
                .param("to", Date.valueOf(to))
                .query(Long.class)
                .optional();
    }

    private void duplicate(Session session, ReportSchedule schedule, long fresh, LocalDate from, LocalDate to) {
        session.statement("""
                insert into report (business_id, report_id, title, from_date, to_date, search, sections, colour,
                    logo_type, logo, created_by, created_at, changed_at, schedule_id)
                select business_id, :fresh, :title, :from, :to, search, sections, colour, logo_type, logo, :user, :now,
                    :now, schedule_id
                from report where business_id = :business and schedule_id = :id
                order by to_date desc, report_id desc limit 1
                """)
                .param("fresh", fresh)
                .param("title", schedule.wanted().title())
                .param("from", Date.valueOf(from))
                .param("to", Date.valueOf(to))
                .param("user", schedule.wanted().setBy())
                .param("now", now())
                .param("id", schedule.id())
                .update();
    }

    @Override
    public void done(ReportSchedule schedule, Report report, List<String> recipients) {
        door.<Boolean>inBusiness(schedule.businessId(), session -> {
            int first = session.statement("""
                    update report_schedule set done_to = :to, last_report = :report, last_at = :now, attempts = 0,
                        again_at = null, said = null, said_from = null
                    where business_id = :business and schedule_id = :id and done_to < :to
                    """)
                    .param("to", Date.valueOf(report.content().to()))
                    .param("report", report.id())
                    .param("now", now())
                    .param("id", schedule.id())
                    .update();
            for (String address : first == 1 ? recipients : List.<String>of()) {
                mail(session, report.id(), address, """
                        insert into report_mail (business_id, report_id, address, again_at)
                        values (:business, :report, :address, :now)
                        """).update();
            }
            return first == 1;
        });
    }

    @Override
    public void failed(ReportSchedule schedule, Told why, Instant again) {
        door.inBusiness(
                schedule.businessId(),
                session -> session.statement("""
                update report_schedule set attempts = attempts + 1, again_at = :again, said = :said, said_from = :from
                where business_id = :business and schedule_id = :id
                """)
                        .param("again", Timestamp.from(again))
                        .param("said", why.text())
                        .param("from", why.said())
                        .param("id", schedule.id())
                        .update());
    }

    @Override
    public List<ReportMail> mails(long businessId, long reportId) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                select address, attempts, again_at, sent_at, said from report_mail
                where business_id = :business and report_id = :report order by address
                """)
                        .param("report", reportId)
                        .query((row, number) -> new ReportMail(
                                row.getString(1),
                                row.getInt(2),
                                row.getTimestamp(3).toInstant(),
                                instant(row, "sent_at"),
                                row.getString(5)))
                        .list());
    }

    @Override
    public OptionalInt take(long businessId, long reportId, String address, Instant until) {
        return door.inBusiness(
                businessId,
                session -> mail(session, reportId, address, """
                update report_mail set attempts = attempts + 1, again_at = :until
                where business_id = :business and report_id = :report and address = :address
                    and sent_at is null and again_at <= :now
                returning attempts
                """)
                        .param("until", Timestamp.from(until))
                        .query(Integer.class)
                        .optional()
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()));
    }

    @Override
    public void sent(long businessId, long reportId, String address) {
        door.inBusiness(
                businessId, session -> mail(session, reportId, address, """
                update report_mail set sent_at = :now, said = null
                where business_id = :business and report_id = :report and address = :address
                """).update());
    }

    @Override
    public void notSent(long businessId, long reportId, String address, String why, Instant again) {
        door.inBusiness(
                businessId,
                session -> mail(session, reportId, address, """
                update report_mail set again_at = :again, said = :said
                where business_id = :business and report_id = :report and address = :address and sent_at is null
                """)
                        .param("again", Timestamp.from(again))
                        .param("said", why)
                        .update());
    }

    private JdbcClient.StatementSpec mail(Session session, long reportId, String address, String sql) {
        return session.statement(sql)
                .param("report", reportId)
                .param("address", address)
                .param("now", now());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /// @param lock what is to become of the row; empty for nothing
    private static Optional<ReportSchedule> find(Session session, long id, String lock) {
        return session.statement("select " + COLUMNS + """
                 from report_schedule where business_id = :business and schedule_id = :id
                """ + lock)
                .param("id", id)
                .query(ScheduleBook::read)
                .optional();
    }

    private static ReportSchedule read(ResultSet row, int number) throws SQLException {
        Told why = Told.read(row);
        Instant lastAt = instant(row, "last_at");
        Instant again = instant(row, "again_at");
        return new ReportSchedule(
                row.getLong("business_id"),
                row.getLong("schedule_id"),
                new ReportSchedule.Wanted(
                        ReportSchedule.Every.valueOf(row.getString("every").toUpperCase(Locale.ROOT)),
                        row.getInt("days_after"),
                        row.getInt("hour"),
                        row.getString("title"),
                        List.of((String[]) row.getArray("recipients").getArray()),
                        Language.find(row.getString("language")).orElseThrow(),
                        row.getBoolean("shared"),
                        row.getString("origin"),
                        row.getLong("set_by")),
                row.getDate("done_to").toLocalDate(),
                lastAt == null ? null : new ReportSchedule.Last(row.getLong("last_report"), lastAt),
                why == null || again == null ? null : new ReportSchedule.Failure(why, row.getInt("attempts"), again));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
