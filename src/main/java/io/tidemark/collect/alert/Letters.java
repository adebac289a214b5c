package io.tidemark.collect.alert;

import java.time.Instant;

/// Mails to one person at a time.
public interface Letters {
    /// @param to a mail address
    /// @throws NotSent where it did not arrive, or nobody knows
    void send(String to, String subject, String text, Instant at);
}
