package io.tidemark.analytics;

import io.tidemark.metric.Denominator;
import io.tidemark.metric.Platform;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A ratio of sums over the items that report both sides.
///
/// @param by what it divides by; null where no platform in view has that
/// @param engagement the definition of its numerator, null where that is no engagement
/// @param interval confidence interval from low to high; null where the data say too little
/// @param level of the interval
/// @param intervalUnit what was sampled: posts or days
/// @param changePoints the rate less that of the days compared with
/// @param platformsLeftOut platforms in view that the rate does not cover
/// @param reason why there is no value or no interval
public record RateAnswer(
        @Nullable Double value,
        @Nullable Double previous,
        String definition,
        @Nullable Denominator by,
        @Nullable String engagement,
        @Nullable List<Double> interval,
        double level,
        String intervalUnit,
        @Nullable Double changePoints,
        ChangeStatus changeStatus,
        Coverage coverage,
        Status status,
        List<Platform> platformsLeftOut,
        @Nullable String reason) {
    public RateAnswer {
        platformsLeftOut = List.copyOf(platformsLeftOut);
    }
}
