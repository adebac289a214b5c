package io.tidemark.ledger;

import io.tidemark.metric.Platform;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An account of a business as lists show it.
///
/// @param firstDay first day on which it has a post or a daily fact; null when it has neither
public record Account(
        long id,
        Platform platform,
        String handle,
        String name,
        boolean owned,
        long posts,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay) {}
