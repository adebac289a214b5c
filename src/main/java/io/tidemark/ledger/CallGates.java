package io.tidemark.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What may not be called before when, and how much of each limit is used, known to all processes: apps, sign-ins and
/// endpoints of them belong to platforms, not to businesses.
public final class CallGates {
    /// How long what a platform said holds where it does not say: most of them count by the hour.
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(1);

    private final Door door;

    public CallGates(Database database) {
        door = new Door(database);
    }

    /// A gate that is closed.
    public record Closed(String gate, Instant until, Told said) {}

    /// Those of some gates that are closed now, by name.
    public Map<String, Closed> closed(Collection<String> gates, Instant now) {
        Map<String, Closed> closed = new HashMap<>();
        // Asked before every call: one statement alone is one way there and back.
        door.sql()
                .sql("select gate, until, said, said_from from call_gate where gate in (:gates) and until > :now")
                .param("gates", gates)
                .param("now", Timestamp.from(now))
                .query(CallGates::closed)
                .list()
                .forEach(gate -> closed.put(gate.gate(), gate));
        return closed;
    }

    public static String app(String login) {
        return "app " + login;
    }

    public static String signIn(long businessId, long connectionId) {
        return "sign-in " + businessId + "/" + connectionId;
    }

    /// All that are closed now of some apps and sign-ins, those of their endpoints included.
    public List<Closed> closedOf(Collection<String> owners, Instant now) {
        return owners.isEmpty()
                ? List.of()
                : door.inDirectory(() -> door.sql()
                        .sql("""
                        select gate, until, said, said_from from call_gate
                        where split_part(gate, ' ', 1) || ' ' || split_part(gate, ' ', 2) in (:owners) and until > :now
                        order by gate
                        """)
                        .param("owners", owners)
                        .param("now", Timestamp.from(now))
                        .query(CallGates::closed)
                        .list());
    }

    /// The share of a limit that is used, as its platform said last.
    ///
    /// @param resetsAt when it is whole again; null where the platform does not say
    public record Used(String gate, double used, @Nullable Instant resetsAt, Instant toldAt) {}

    public void tell(Used told) {
        door.inDirectory(() -> {
            door.sql()
                    .sql("delete from call_allowance where told_at < :forgotten")
                    .param("forgotten", Timestamp.from(told.toldAt().minus(KEPT)))
                    .update();
            return door.sql()
                    .sql("""
                    insert into call_allowance as a (gate, used, resets_at, told_at) values (:gate, :used, :resets, :told)
                    on conflict (gate) do update
                        set used = excluded.used, resets_at = excluded.resets_at, told_at = excluded.told_at
                    where a.told_at <= excluded.told_at
                    """)
                    .param("gate", told.gate())
                    .param("used", told.used())
                    .param("resets", timestamp(told.resetsAt()), Types.TIMESTAMP)
                    .param("told", Timestamp.from(told.toldAt()))
                    .update();
        });
    }

    /// What still holds of what was said of some apps and sign-ins, and of their endpoints.
    public List<Used> toldOf(Collection<String> owners, Instant now) {
        return owners.isEmpty()
                ? List.of()
                : door.inDirectory(() -> door.sql()
                        .sql("""
                        select gate, used, resets_at, told_at from call_allowance
                        where split_part(gate, ' ', 1) || ' ' || split_part(gate, ' ', 2) in (:owners)
                            and (resets_at > :now or (resets_at is null and told_at > :old))
                        order by gate
                        """)
                        .param("owners", owners)
                        .param("now", Timestamp.from(now))
                        .param("old", Timestamp.from(now.minus(WINDOW)))
                        .query((row, number) -> told(row))
                        .list());
    }

    private static Closed closed(ResultSet row, int number) throws SQLException {
        return new Closed(
                row.getString(1), row.getTimestamp(2).toInstant(), new Told(row.getString(3), row.getString(4)));
    }

    private static Used told(ResultSet row) throws SQLException {
        @Nullable Timestamp resets = row.getTimestamp(3);
        return new Used(
                row.getString(1),
                row.getDouble(2),
                resets == null ? null : resets.toInstant(),
                row.getTimestamp(4).toInstant());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    /// Closes a gate until an instant, or for longer where it is already.
    public void close(Closed gate, Instant now) {
        door.inDirectory(() -> {
            door.sql()
                    .sql("delete from call_gate where until < :now")
                    .param("now", Timestamp.from(now))
                    .update();
            return door.sql()
                    .sql("""
                    insert into call_gate as g (gate, until, said, said_from, set_at)
                    values (:gate, :until, :said, :from, :now)
                    on conflict (gate) do update set until = excluded.until, said = excluded.said,
                        said_from = excluded.said_from, set_at = excluded.set_at
                    where g.until < excluded.until
                    """)
                    .param("gate", gate.gate())
                    .param("until", Timestamp.from(gate.until()))
                    .param("said", gate.said().text())
                    .param("from", gate.said().said())
                    .param("now", Timestamp.from(now))
                    .update();
        });
    }
}
