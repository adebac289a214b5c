package io.tidemark.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Several connections that read one state of a business at once, where so much is read that one would keep a single
/// processor busy on either side.
final class Lanes {
    /// More would take the server's processors from everybody else.
    static final int MOST = 4;

    private final Door door;
    private final int most;
    private final Semaphore free;

    Lanes(Database database) {
        this(database, Math.min(MOST, Runtime.getRuntime().availableProcessors()));
    }

    /// @param most lanes of one reading, its own connection included
    Lanes(Database database, int most) {
        door = new Door(database.lanes());
        this.most = most;
        free = new Semaphore(most - 1);
    }

    /// Does the same work on the session and on as many further ones as are free, none being waited for, each on a
    /// thread of its own. The work has to share itself out.
    ///
    /// @param session whose transaction sees one state, which the others see as well
    /// @param useful more lanes than this would have nothing to do
    void run(Session session, int useful, Consumer<Session> work) {
        int further = take(Math.min(most, useful) - 1);
        if (further == 0) {
            work.accept(session);
            return;
        }
        String snapshot = session.sql()
                .sql("select pg_export_snapshot()")
                .query(String.class)
                .single();
        try (ExecutorService threads = Executors.newFixedThreadPool(further)) {
            List<Future<?>> others = new ArrayList<>();
            for (int lane = 0; lane < further; lane++) {
                others.add(threads.submit(() -> door.readSnapshot(session.businessId(), snapshot, work)));
            }
            work.accept(session);
            for (Future<?> other : others) {
                await(other);
            }
        } finally {
            free.release(further);
        }
    }

    private int take(int wanted) {
        int taken = 0;
        while (taken < wanted && free.tryAcquire()) {
            taken++;
        }
        return taken;
    }

    private static void await(Future<?> other) {
        try {
            other.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : new CompletionException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new CompletionException(interruption);
        }
    }
}
