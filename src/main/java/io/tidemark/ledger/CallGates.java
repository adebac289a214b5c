package io.tidemark.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What may not be called before when, known to all processes: apps, sign-ins and endpoints of them belong to
/// platforms, not to businesses.
public final class CallGates {
    private final Door door;

    public CallGates(Database database) {
        door = new Door(database);
    }

    /// A gate that is closed.
    public record Closed(String gate, Instant until, String said) {}

    /// Those of some gates that are closed now, by name.
    public Map<String, Closed> closed(Collection<String> gates, Instant now) {
        Map<String, Closed> closed = new HashMap<>();
        door.inDirectory(() -> door.sql()
                        .sql("select gate, until, said from call_gate where gate in (:gates) and until > :now")
                        .param("gates", gates)
                        .param("now", Timestamp.from(now))
                        .query((row, number) ->
                                new Closed(row.getString(1), row.getTimestamp(2).toInstant(), row.getString(3)))
                        .list())
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
                        select gate, until, said from call_gate
                        where split_part(gate, ' ', 1) || ' ' || split_part(gate, ' ', 2) in (:owners) and until > :now
                        order by gate
                        """)
                        .param("owners", owners)
                        .param("now", Timestamp.from(now))
                        .query((row, number) ->
                                new Closed(row.getString(1), row.getTimestamp(2).toInstant(), row.getString(3)))
                        .list());
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
                    insert into call_gate as g (gate, until, said, set_at) values (:gate, :until, :said, :now)
                    on conflict (gate) do update set until = excluded.until, said = excluded.said, set_at = excluded.set_at
                    where g.until < excluded.until
                    """)
                    .param("gate", gate.gate())
                    .param("until", Timestamp.from(gate.until()))
                    .param("said", gate.said())
                    .param("now", Timestamp.from(now))
                    .update();
        });
    }
}
