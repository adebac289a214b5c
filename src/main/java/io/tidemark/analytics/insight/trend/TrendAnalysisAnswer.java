package io.tidemark.analytics.insight.trend;

import io.tidemark.analytics.PeriodAnswer;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import io.tidemark.words.Said;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a number goes from day to day: its usual course, unusual days, changes of level, the last week
/// against the one before, and what to expect. Ratios are of the level, so that 0.5 is half as much
/// again.
///
/// @param metric key of the metric, or `engagement`
/// @param definition of engagement; null for a metric
/// @param days of the period, as far as they have come
public record TrendAnalysisAnswer(
        long businessId,
        PeriodAnswer period,
        String metric,
        @Nullable String definition,
        long dataVersion,
        @Nullable Instant asOf,
        History history,
        List<Day> days,
        Decomposition decomposition,
        Anomalies anomalies,
        ChangePoints changePoints,
        Week week,
        Outlook forecast) {
    /// What was looked at: up to a year before the end of the period, or the period itself where it is
    /// longer.
    ///
    /// @param settledTo the last day that is over and will not be revised; null where there is none
    /// @param judged days that are settled and whole
    public record History(
            LocalDate from, LocalDate to, @Nullable LocalDate settledTo, int judged) {}

    /// One day.
    ///
    /// @param value null where nobody reported
    /// @param trend the smooth course; null where too little is known, as all that follows
    /// @param expected course and weekday together
    /// @param lo lower end of the range in which nine days of ten lie
    public record Day(
            LocalDate date,
            @Nullable Double value,
            boolean provisional,
            @Nullable Double trend,
            @Nullable Double expected,
            @Nullable Double lo,
            @Nullable Double hi) {}

    /// The usual course.
    ///
    /// @param change of the smooth course from the first to the last day of the period that is settled
    /// @param daysMissing how many more settled days are needed, null where there are enough
    public record Decomposition(
            @Nullable Double change,
            List<WeekdayEffect> weekdays,
            Said text,
            @Nullable Integer daysMissing,
            Evidence evidence) {}

    /// @param weekday 1 is Monday
    /// @param effect null for a weekday that is never known
    public record WeekdayEffect(int weekday, @Nullable Double effect) {}

    public record Anomalies(
            List<Anomaly> days, Said text, @Nullable Integer daysMissing, Evidence evidence) {}

    /// A day too far from the usual course for chance, and by at least 30 %.
    ///
    /// @param posts that earned most on a high day, as far as that is known of single posts
    public record Anomaly(
            LocalDate date,
            double value,
            double expected,
            double lo,
            double hi,
            double effect,
            List<Earner> posts,
            Said text,
            Evidence evidence) {}

    /// @param value what the post earned on the day
    public record Earner(long id, Platform platform, Instant publishedAt, ContentType contentType, double value) {}

    public record ChangePoints(
            List<ChangePoint> points, Said text, @Nullable Integer daysMissing, Evidence evidence) {}

    /// A day at which the level changed for good.
    ///
    /// @param date the first day of the new level, give or take a few days
    /// @param p how often a steady level would show as much
    /// @param accounts that began or ceased to report about then, which may be all there is to it
    public record ChangePoint(
            LocalDate date,
            double shift,
            double lo,
            double hi,
            double p,
            List<String> accounts,
            Said text,
            Evidence evidence) {}

    /// The last settled week against the one before.
    ///
    /// @param usual how far a week may be from the one before without meaning anything
    /// @param detectable how far it would have to be to be told apart in four cases of five
    public record Week(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Double value,
            @Nullable Double previous,
            @Nullable Double change,
            @Nullable Span usual,
            @Nullable Span detectable,
            @Nullable Double p,
            WeekVerdict verdict,
            Said text,
            @Nullable Integer daysMissing,
            Evidence evidence) {}

    /// From a fall to a rise.
    public record Span(double down, double up) {}

    /// @param level of the intervals
    public record Outlook(
            List<Foreseen> days,
            double level,
            Said text,
            @Nullable Integer daysMissing,
            Evidence evidence) {}

    /// @param lo null where too few earlier forecasts can be judged
    public record Foreseen(
            LocalDate date,
            double value,
            @Nullable Double lo,
            @Nullable Double hi) {}
}
