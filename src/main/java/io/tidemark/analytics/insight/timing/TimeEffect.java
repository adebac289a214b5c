package io.tidemark.analytics.insight.timing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A weekday, an hour, or an hour of a weekday.
///
/// @param weekday 1 for Monday to 7; null for an hour on any weekday
/// @param hour 0 to 23; null for a whole weekday
/// @param posts published then
/// @param mean of the metric over these posts, as it is; null where there is none. A rate is a ratio of sums
/// @param lift expected over the account's own mix, as a share: 0.1 is ten percent more; null where no model was made.
///     Of an account with too few posts it is what its siblings lead to expect
/// @param interval of the lift at 90 %
/// @param probability that the lift is above zero
/// @param nEff how many posts right then the model's knowledge is worth
/// @param chanceToBeBest of all slots; null unless asked for
public record TimeEffect(
        @Nullable Integer weekday,
        @Nullable Integer hour,
        int posts,
        @Nullable Double mean,
        @Nullable Double lift,
        @Nullable List<Double> interval,
        @Nullable Double probability,
        @Nullable Double nEff,
        @Nullable Double chanceToBeBest,
        TimeVerdict verdict) {}
