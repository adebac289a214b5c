package io.tidemark.analytics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One number with everything that is needed to judge it.
///
/// @param value over the whole period; null where it is missing, which is never 0
/// @param previous over the days compared with
/// @param compared the value over those days of the period that can be compared; equals `value` where none was cut off
/// @param change `compared` less `previous`
/// @param estimated computed between readings rather than reported
/// @param provisional may still be revised by its platform
/// @param sources kinds of facts that it comes from
/// @param bucketZones zones in which the platforms cut the days that it adds up
/// @param reason why there is no value, where that needs saying
/// @param definition what it is, by name and version
/// @param perDay the same comparison by day, where the two sides have different numbers of days, as months do; else
/// null
public record MetricAnswer(
        @Nullable Double value,
        @Nullable Double previous,
        @Nullable Double compared,
        @Nullable Double change,
        @Nullable Double changeRatio,
        ChangeStatus changeStatus,
        Coverage coverage,
        Status status,
        boolean estimated,
        boolean provisional,
        List<String> sources,
        List<String> bucketZones,
        @Nullable String reason,
        String definition,
        @Nullable PerDay perDay) {
    public MetricAnswer {
        sources = List.copyOf(sources);
        bucketZones = List.copyOf(bucketZones);
    }

    /// Averages over the days that are compared.
    public record PerDay(
            double compared,
            double previous,
            double change,
            @Nullable Double changeRatio) {
        static @Nullable PerDay of(@Nullable Double compared, @Nullable Double previous, Sides sides) {
            if (compared == null || previous == null || sides.days() == sides.previousDays()) {
                return null;
            }
            double here = compared / sides.days();
            double there = previous / sides.previousDays();
            return new PerDay(here, there, here - there, Change.ratio(here, there));
        }
    }
}
