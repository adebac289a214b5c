package io.tidemark.app;

import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs until the operating system asks the program to end (Ctrl-C, SIGTERM).
final class UntilSignal implements Surroundings.Lifetime {
    private static final Logger LOG = LoggerFactory.getLogger(UntilSignal.class);

    @Override
    public void runUntilStopped(AutoCloseable... closeables) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runnable stop = () -> {
            closeAll(closeables);
            stopped.countDown();
        };
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(stop, "shutdown"));
        } catch (IllegalStateException ignored) {
            // Asked to end while still starting.
            stop.run();
        }
        stopped.await();
    }

    private static void closeAll(AutoCloseable... closeables) {
        for (AutoCloseable closeable : closeables) {
            try {
                closeable.close();
            } catch (Exception problem) {
                // The next one must be closed all the same: it may be the database.
                LOG.error("Could not close {}", closeable, problem);
            }
        }
    }
}
