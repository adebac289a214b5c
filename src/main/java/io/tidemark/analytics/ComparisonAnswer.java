package io.tidemark.analytics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The days that an answer compares with.
///
/// @param settledTo the last day of the period that takes part in the comparison; null where none does, and on the
///     published basis, which compares at equal age
/// @param days how many days of the period take part
/// @param previousDays how many days of the other side take part
public record ComparisonAnswer(
        LocalDate from,
        LocalDate to,
        Comparison.Rule rule,
        @Nullable LocalDate settledTo,
        @Nullable Integer days,
        @Nullable Integer previousDays) {}
