package io.tidemark.ledger;

import java.time.DayOfWeek;
import java.time.ZoneId;

/// A tenant.
///
/// @param demo holds demonstration data, which is labelled wherever it shows
public record Business(long id, String name, ZoneId zone, DayOfWeek weekStart, boolean demo, Conventions conventions) {
    public Business(long id, String name, ZoneId zone, DayOfWeek weekStart, boolean demo) {
        this(id, name, zone, weekStart, demo, Conventions.DEFAULT);
    }
}
