package io.tidemark.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells every process on the database that something of a business has changed, once it is committed. A hint and no
/// more: one may be lost, so whoever must know reads the versions and jobs themselves, now and then without a hint too.
///
/// Listening takes a connection of its own, which is made anew when it breaks.
public final class Hints implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hints.class);
    private static final String CHANNEL = "tidemark";
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final int ANSWERS_WITHIN_SECONDS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Database database;
    private final Listener listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Connection connection;

    private Hints(Database database, Listener listener) {
        this.database = database;
        this.listener = listener;
    }

    /// Is called on one thread, which it must not hold up.
    public interface Listener {
        void mayHaveChanged(long businessId);

        /// Hints may have been lost: whatever is watched may have changed.
        void anythingMayHaveChanged();
    }

    public static Hints listen(Database database, Listener listener) {
        Hints hints = new Hints(database, listener);
        Thread.ofPlatform().daemon().name("ledger-hints").start(hints::run);
        return hints;
    }

    /// Sent when the transaction commits, and not if it does not.
    static void dataMoved(Session session, long version) {
        send(session, session.businessId() + " data " + version);
    }

    static void jobMoved(Session session, long jobId) {
        send(session, session.businessId() + " job " + jobId);
    }

    private static void send(Session session, String payload) {
        session.sql()
                .sql("select pg_notify(?, ?)")
                .params(CHANNEL, payload)
                .query((row, number) -> true)
                .single();
    }

    @Override
    public void close() {
        closed.countDown();
        Connection open = connection;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException ignored) {
                // It is gone already, which is all that is wanted.
            }
        }
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (!isClosed()) {
            try (Connection fresh = database.ownConnection("tidemark-hints")) {
                connection = fresh;
                subscribe(fresh);
                pause = FIRST_PAUSE;
                listener.anythingMayHaveChanged();
                hear(fresh);
            } catch (SQLException broken) {
                if (!isClosed()) {
                    LOG.warn("hints_lost={} next_try_ms={}", broken.getMessage(), pause.toMillis());
                }
            }
            pause = rest(pause);
        }
    }

    private static void subscribe(Connection fresh) throws SQLException {
        try (Statement statement = fresh.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
    }

    private void hear(Connection fresh) throws SQLException {
        PGConnection postgres = fresh.unwrap(PGConnection.class);
        while (!isClosed()) {
            PGNotification @Nullable [] heard = postgres.getNotifications((int) WAIT.toMillis());
            if (heard == null || heard.length == 0) {
                // A server that vanished without a word looks like one that has nothing to say.
                if (!fresh.isValid(ANSWERS_WITHIN_SECONDS)) {
                    throw new SQLException("the connection does not answer");
                }
                continue;
            }
            for (PGNotification one : heard) {
                tell(one.getParameter());
            }
        }
    }

    private void tell(String payload) {
        String number = payload.split(" ", 2)[0];
        try {
            listener.mayHaveChanged(Long.parseLong(number));
        } catch (NumberFormatException notOurs) {
            LOG.warn("A hint that is none: {}", payload, notOurs);
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /// @return the next pause
    private Duration rest(Duration pause) {
        try {
            boolean ignored = closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }
}
