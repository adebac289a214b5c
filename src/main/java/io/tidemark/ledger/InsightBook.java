package io.tidemark.ledger;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// What is known of findings from before.
public final class InsightBook {
    private final Door door;
    private final Clock clock;

    public InsightBook(Database database) {
        door = new Door(database);
        clock = database.clock();
    }

    /// Of which data findings were last remembered.
    ///
    /// @param on the day of the business
    public record Look(long dataVersion, LocalDate on) {}

    public List<InsightState> all(long businessId) {
        return door.inBusiness(businessId, InsightBook::read);
    }

    public Optional<Look> look(long businessId) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                select data_version, looked_on from insight_look where business_id = :business
                """)
                        .query((row, number) ->
                                new Look(row.getLong(1), row.getDate(2).toLocalDate()))
                        .optional());
    }

    /// Remembers what follows from what is known. Whoever comes second, of processes that look at the same time, starts
    /// from what the first has left; whoever looked at older data than was looked at already changes nothing.
    ///
    /// @return whether anything is known otherwise than before
    public boolean remember(long businessId, Look look, UnaryOperator<List<InsightState>> next) {
        return door.<Boolean>inBusiness(businessId, session -> {
            if (!take(session, look)) {
                return false;
            }
            Map<String, InsightState> before = byName(read(session));
            Map<String, InsightState> after = byName(next.apply(List.copyOf(before.values())));
            List<InsightState> changed = after.values().stream()
                    .filter(state -> !state.equals(before.get(state.insight())))
                    .toList();
            List<String> gone = before.keySet().stream()
                    .filter(name -> !after.containsKey(name))
                    .toList();
            changed.forEach(state -> write(session, state));
            gone.forEach(name -> session.statement("""
                    delete from insight_state where business_id = :business and insight = :insight
                    """).param("insight", name).update());
            if (!changed.isEmpty()) {
                tell(session);
            }
            return !changed.isEmpty() || !gone.isEmpty();
        });
    }

    /// Puts a finding away for everybody in the business.
    ///
    /// @return false where none of that name is open
    public boolean dismiss(long businessId, String insight, long userId) {
        return update(
                businessId,
                insight,
                session -> session.statement("""
                update insight_state set dismissed_at = :now, dismissed_by = :user
                where business_id = :business and insight = :insight and closed_at is null
                """).param("user", userId).param("now", Timestamp.from(clock.instant())));
    }

    /// Takes back that it was put away.
    ///
    /// @return false where none of that name is open
    public boolean restore(long businessId, String insight) {
        return update(businessId, insight, session -> session.statement("""
                update insight_state set dismissed_at = null, dismissed_by = null
                where business_id = :business and insight = :insight and closed_at is null
                """));
    }

    private boolean update(long businessId, String insight, Function<Session, StatementSpec> statement) {
        return door.<Boolean>inBusiness(businessId, session -> {
            boolean found = statement.apply(session).param("insight", insight).update() > 0;
            if (found) {
                tell(session);
            }
            return found;
        });
    }

    /// Answers that were given are no longer as they would be.
    private static void tell(Session session) {
        session.statement("""
                update business set freshness_version = freshness_version + 1 where business_id = :business
                """).update();
        Hints.dataMoved(session, Versions.of(session).data());
    }

    /// Locks the row, so that others wait.
    private boolean take(Session session, Look look) {
        return session.statement("""
                insert into insight_look as l (business_id, data_version, looked_on, looked_at)
                values (:business, :version, :on, :now)
                on conflict (business_id) do update set data_version = excluded.data_version,
                    looked_on = excluded.looked_on, looked_at = excluded.looked_at
                    where l.data_version <= excluded.data_version and l.looked_on <= excluded.looked_on
                """)
                        .param("version", look.dataVersion())
                        .param("on", Date.valueOf(look.on()))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    private static List<InsightState> read(Session session) {
        return session.statement("""
                select s.insight, s.stance, s.value, s.lo, s.hi, s.about_date, s.about_post, s.opened_at, s.changed_at,
                    s.closed_at, s.dismissed_at, s.dismissed_by, u.email
                from insight_state s left join app_user u on u.user_id = s.dismissed_by
                where s.business_id = :business order by s.insight
                """).query(InsightBook::state).list();
    }

    private static void write(Session session, InsightState state) {
        InsightState.Said said = state.said();
        InsightState.Dismissal dismissed = state.dismissed();
        LocalDate date = said.date();
        session.statement("""
                insert into insight_state (business_id, insight, stance, value, lo, hi, about_date, about_post, opened_at,
                    changed_at, closed_at, dismissed_at, dismissed_by)
                values (:business, :insight, :stance, :value, :lo, :hi, :date, :post, :opened, :changed, :closed,
                    :dismissed, :by)
                on conflict (business_id, insight) do update set stance = excluded.stance, value = excluded.value,
                    lo = excluded.lo, hi = excluded.hi, about_date = excluded.about_date,
                    about_post = excluded.about_post, opened_at = excluded.opened_at,
                    changed_at = excluded.changed_at, closed_at = excluded.closed_at,
                    dismissed_at = excluded.dismissed_at, dismissed_by = excluded.dismissed_by
                """)
                .param("insight", state.insight())
                .param("stance", said.stance())
                .param("value", said.value())
                .param("lo", said.lo())
                .param("hi", said.hi())
                .param("date", date == null ? null : Date.valueOf(date))
                .param("post", said.post())
                .param("opened", Timestamp.from(state.openedAt()))
                .param("changed", Timestamp.from(state.changedAt()))
                .param("closed", timestamp(state.closedAt()))
                .param("dismissed", dismissed == null ? null : timestamp(dismissed.at()))
                .param("by", dismissed == null ? null : dismissed.userId())
                .update();
    }

    private static Map<String, InsightState> byName(List<InsightState> states) {
        return states.stream().collect(Collectors.toMap(InsightState::insight, state -> state));
    }

    private static InsightState state(ResultSet row, int number) throws SQLException {
        @Nullable Date date = row.getDate("about_date");
        @Nullable Instant dismissedAt = instant(row, "dismissed_at");
        return new InsightState(
                row.getString("insight"),
                new InsightState.Said(
                        row.getString("stance"),
                        row.getObject("value", Double.class),
                        row.getObject("lo", Double.class),
                        row.getObject("hi", Double.class),
                        date == null ? null : date.toLocalDate(),
                        row.getObject("about_post", Long.class)),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                instant(row, "closed_at"),
                dismissedAt == null
                        ? null
                        : new InsightState.Dismissal(dismissedAt, row.getLong("dismissed_by"), row.getString("email")));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
