package io.tidemark.analytics.insight;

import io.tidemark.analytics.Coverage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a finding rests on. Every finding carries all of it.
///
/// @param value the number found, null where there is none
/// @param lo lower end of its interval, null where the method gives none
/// @param hi upper end
/// @param level of the interval, such as 0.9
/// @param n how many items were looked at
/// @param nEff how many independent ones these are worth; null where that cannot be said
/// @param provisionalShare the share of the items that may still be revised
/// @param asOf the instant from which was looked
/// @param method name and version of how it was computed
/// @param reasonCode stable name of why the status is what it is
public record Evidence(
        @Nullable Double value,
        @Nullable Double lo,
        @Nullable Double hi,
        @Nullable Double level,
        int n,
        @Nullable Double nEff,
        Coverage coverage,
        double provisionalShare,
        Instant asOf,
        String method,
        EvidenceStatus status,
        String reasonCode) {}
