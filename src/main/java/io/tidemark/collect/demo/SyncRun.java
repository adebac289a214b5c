package io.tidemark.collect.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// One sync run of every account: the first brings all that is older, each later one a week.
///
/// @param number from 1
record SyncRun(int number) {
    static final int COUNT = 4;
    private static final Duration WEEK = Duration.ofDays(7);

    static List<SyncRun> all() {
        return IntStream.rangeClosed(1, COUNT).mapToObj(SyncRun::new).toList();
    }

    /// What it read is not after this instant.
    Instant until(Window window) {
        return window.now().minus(WEEK.multipliedBy(COUNT - number));
    }

    /// What it read is after this instant.
    Instant after(Window window) {
        return number == 1 ? Instant.MIN : until(window).minus(WEEK);
    }

    /// The window of which this run, once stored, was a part.
    Window window(Instant until) {
        return new Window(until.plus(WEEK.multipliedBy(COUNT - number)));
    }

    /// Tells the run of one account from all others.
    String source(Profile profile) {
        return profile.platform().title() + " (demonstration), sync " + number + " of " + COUNT;
    }
}
