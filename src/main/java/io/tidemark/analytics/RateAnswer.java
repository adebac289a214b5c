package io.tidemark.analytics;

import io.tidemark.metric.Denominator;
import io.tidemark.metric.Platform;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A ratio of sums over the items that report both sides.
///
/// @param compared over those days of the period that can be compared; equals `value` where none was cut off
/// @param numerator what is divided, added up; null where the value is
/// @param denominator what it is divided by, added up over the same items; null where the value is
/// @param by what it divides by; null where no platform in view has that
/// @param engagement the definition of its numerator, null where that is no engagement
/// @param interval confidence interval from low to high; null where the data say too little
/// @param level of the interval
/// @param intervalUnit what was sampled: posts or days
/// @param changePoints `compared` less `previous`
/// @param platformsLeftOut platforms in view that the rate does not cover
/// @param reason why there is no value or no interval
public record RateAnswer(
        @Nullable Double value,
        @Nullable Double previous,
        @Nullable Double compared,
        @Nullable Double numerator,
        @Nullable Double denominator,
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
