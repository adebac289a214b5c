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
import java.util.Optional;
import java.util.OptionalInt;

/// Who gets the weekly digest of a business by mail, and which of these mails were sent: each once, however many
/// processes look.
public final class DigestBook implements DigestReaders {
    private final Door door;
    private final Clock clock;

    public DigestBook(Database database) {
        door = new Door(database);
        clock = database.clock();
    }

    @Override
    public void subscribe(long businessId, long userId, Language language) {
        door.inBusiness(
                businessId,
                session -> session.statement("""
                insert into digest_reader (business_id, user_id, since, language)
                values (:business, :user, :now, :language)
                on conflict (business_id, user_id) do update set language = excluded.language
                """)
                        .param("user", userId)
                        .param("language", language.key())
                        .param("now", Timestamp.from(clock.instant()))
                        .update());
    }

    @Override
    public void unsubscribe(long businessId, long userId) {
        door.inBusiness(
                businessId,
                session -> session.statement("""
                delete from digest_reader where business_id = :business and user_id = :user
                """).param("user", userId).update());
    }

    @Override
    public Optional<Language> language(long businessId, long userId) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                select language from digest_reader where business_id = :business and user_id = :user
                """)
                        .param("user", userId)
                        .query((row, number) -> language(row, 1))
                        .optional());
    }

    /// Somebody whom a mail is to be sent to.
    public record Waiting(long userId, Language language) {}

    /// Who wants it since before an instant and has not been sent it in a week, nor is just now: by number of the user.
    ///
    /// @param week the first day of the week that it is sent in
    /// @param from who wants it only since later gets the next one
    public List<Waiting> waiting(long businessId, LocalDate week, Instant from, Instant now) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                select r.user_id, r.language from digest_reader r
                left join digest_mail m on m.business_id = :business and m.user_id = r.user_id and m.week = :week
                where r.business_id = :business and r.since <= :from
                    and (m.user_id is null or (m.sent_at is null and m.again_at <= :now))
                order by r.user_id
                """)
                        .param("week", Date.valueOf(week))
                        .param("from", Timestamp.from(from))
                        .param("now", Timestamp.from(now))
                        .query((row, number) -> new Waiting(row.getLong(1), language(row, 2)))
                        .list());
    }

    private static Language language(ResultSet row, int column) throws SQLException {
        return Language.find(row.getString(column)).orElseThrow();
    }

    /// Takes a mail for being sent, unless it was sent or somebody else sends it now.
    ///
    /// @param until when somebody else may try, should nobody hear of this attempt again
    /// @return the number of the attempt; empty where it is not to be sent
    public OptionalInt take(long businessId, LocalDate week, long userId, Instant now, Instant until) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                insert into digest_mail as m (business_id, week, user_id, attempts, again_at)
                values (:business, :week, :user, 1, :until)
                on conflict (business_id, week, user_id) do update
                    set attempts = m.attempts + 1, again_at = excluded.again_at
                    where m.sent_at is null and m.again_at <= :now
                returning attempts
                """)
                        .param("week", Date.valueOf(week))
                        .param("user", userId)
                        .param("now", Timestamp.from(now))
                        .param("until", Timestamp.from(until))
                        .query(Integer.class)
                        .optional()
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()));
    }

    public void sent(long businessId, LocalDate week, long userId, Instant now) {
        door.inBusiness(
                businessId,
                session -> session.statement("""
                update digest_mail set sent_at = :now, said = null
                where business_id = :business and week = :week and user_id = :user
                """)
                        .param("now", Timestamp.from(now))
                        .param("week", Date.valueOf(week))
                        .param("user", userId)
                        .update());
    }

    /// @param again before which nobody tries
    public void failed(long businessId, LocalDate week, long userId, String said, Instant again) {
        door.inBusiness(
                businessId,
                session -> session.statement("""
                update digest_mail set again_at = :again, said = :said
                where business_id = :business and week = :week and user_id = :user and sent_at is null
                """)
                        .param("again", Timestamp.from(again))
                        .param("said", said)
                        .param("week", Date.valueOf(week))
                        .param("user", userId)
                        .update());
    }
}
