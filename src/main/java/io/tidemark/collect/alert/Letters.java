package io.tidemark.collect.alert;

import java.time.Duration;
import java.time.Instant;

/// Mails to one person at a time.
public interface Letters {
    /// @param to a mail address
    /// @throws NotSent where it did not arrive, or nobody knows
    void send(String to, String subject, String text, Instant at);

    /// Until what did not go out is tried again: ten minutes, then twice as long each time, up to five hours and twenty
    /// minutes.
    ///
    /// @param attempt the number of the one that failed, from 1
    static Duration pauseAfter(int attempt) {
        return Duration.ofMinutes(10L << Math.clamp(attempt - 1, 0, 5));
    }
}
