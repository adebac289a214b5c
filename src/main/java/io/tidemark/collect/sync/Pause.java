package io.tidemark.collect.sync;

import java.time.Duration;

/// Waiting before a call is repeated.
@FunctionalInterface
public interface Pause {
    Pause SLEEP = duration -> Thread.sleep(duration);

    void of(Duration duration) throws InterruptedException;
}
