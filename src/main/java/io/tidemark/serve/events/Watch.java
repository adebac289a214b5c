package io.tidemark.serve.events;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the state of one business whenever there is a hint, and now and then without one, for all who listen to it:
/// however many they are, it is read once. Listeners that are behind skip what is outdated, so nothing is queued.
final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final long businessId;
    private final Supplier<State> reader;
    private final Duration poll;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition hinted = lock.newCondition();
    private final Condition changed = lock.newCondition();
    private boolean hint = true;
    private boolean closed;
    private @Nullable State state;

    Watch(long businessId, Supplier<State> reader, Duration poll) {
        this.businessId = businessId;
        this.reader = reader;
        this.poll = poll;
    }

    /// Watches until it is closed.
    void run() {
        while (awaitHint()) {
            try {
                publish(reader.get());
            } catch (RuntimeException problem) {
                // The database may be away for a while; the next look may find it again.
                LOG.warn("business={} could not be watched", businessId, problem);
            }
        }
    }

    void hint() {
        locked(() -> {
            hint = true;
            hinted.signalAll();
        });
    }

    void close() {
        locked(() -> {
            closed = true;
            hinted.signalAll();
            changed.signalAll();
        });
    }

    /// Waits for a state other than one that is known.
    ///
    /// @return the present state; null where none has been read yet
    @Nullable
    State await(@Nullable State known, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (!closed && left > 0 && (state == null || state.equals(known))) {
                left = changed.awaitNanos(left);
            }
            return state;
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitHint() {
        lock.lock();
        try {
            long left = poll.toNanos();
            while (!closed && !hint && left > 0) {
                left = hinted.awaitNanos(left);
            }
            hint = false;
            return !closed;
        } catch (InterruptedException ignored) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void publish(State fresh) {
        locked(() -> {
            state = fresh;
            changed.signalAll();
        });
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }
}
