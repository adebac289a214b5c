package io.tidemark.collect.demo;

import java.time.Duration;
import java.time.Instant;

/// A connection that was broken for some days, so that nothing was read.
///
/// @param daysAgo when it broke
/// @param days how long it stayed so; 0 means never
record Outage(int daysAgo, int days) {
    static final Outage NONE = new Outage(0, 0);

    boolean covers(Instant instant, Window window) {
        return days > 0 && !instant.isBefore(window.daysAgo(daysAgo)) && instant.isBefore(end(window));
    }

    Instant end(Window window) {
        return window.daysAgo(daysAgo).plus(Duration.ofDays(days));
    }
}
