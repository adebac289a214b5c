package io.tidemark.analytics;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.SeriesBreak;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How numbers went over a period.
///
/// @param points one for every stretch of the period, without gaps
/// @param split what the series are of; null where nothing is split
/// @param series the same for each platform or account; empty where nothing is split
/// @param markers what happened to the numbers themselves within the period, oldest first
/// @param comparison the days compared with; null where nothing is compared, and on the published basis, where posts of
/// other days have had more time to grow
/// @param previous one for every stretch of the days compared with, without gaps; the first belongs to the first point
/// @param averages one for every day where a moving average was asked for; else empty
/// @param restatementsLeftOut how many more markers of restatements there would be, each smaller than those of its
/// metric that are there
public record TrendsAnswer(
        long businessId,
        PeriodAnswer period,
        long dataVersion,
        @Nullable Instant asOf,
        Granularity granularity,
        List<Point> points,
        TrendsRequest.@Nullable Split split,
        List<Series> series,
        @Nullable Compared comparison,
        List<Point> previous,
        List<Average> averages,
        List<Marker> markers,
        int restatementsLeftOut,
        List<String> sources,
        List<String> bucketZones,
        @Nullable Rate rate) {
    /// One stretch.
    ///
    /// @param date its first day
    /// @param posts published in it
    /// @param metrics by key
    public record Point(LocalDate date, int posts, Map<String, Value> metrics) {}

    /// @param value null where nobody reported, which is never 0; of a level also where an account was not read that is
    ///     read before and after; so also on the published basis for a stretch without
    ///     posts
    /// @param imported whether something in it came from an export file; of posts on the day of their publication
    ///     nothing is told
    public record Value(
            @Nullable Double value, Status status, boolean provisional, boolean estimated, boolean imported) {
        static Value of(@Nullable Double value, Status status, Tally tally) {
            return new Value(
                    value,
                    status,
                    value != null && tally.is(Sums.PROVISIONAL),
                    value != null && tally.is(Sums.ESTIMATED),
                    value != null && tally.is(Sums.IMPORTED));
        }
    }

    /// The days compared with.
    ///
    /// @param rule how they follow from the period
    public record Compared(LocalDate from, LocalDate to, Comparison.Rule rule) {}

    /// The means of the days that end with one.
    ///
    /// @param metrics by key; null where a day of them has no value. Rates are left out: a mean of rates is none.
    public record Average(LocalDate date, Map<String, @Nullable Double> metrics) {}

    /// The points of one platform, or of one account of it.
    public record Series(Platform platform, @Nullable Account account, List<Point> points) {}

    public record Account(long id, String handle, String name) {}

    /// From which day on numbers are not what they were before, or of which days they are not what they were.
    ///
    /// @param from the first day concerned
    /// @param to the last day concerned
    /// @param contentTypes that are concerned; empty for all
    /// @param text what changed, as a sentence
    /// @param source where the platform says so; null for a restatement
    /// @param restatement null for a break
    public record Marker(
            Kind kind,
            LocalDate from,
            LocalDate to,
            Platform platform,
            Metric metric,
            List<ContentType> contentTypes,
            String text,
            @Nullable String source,
            @Nullable Restated restatement) {
        public enum Kind {
            /// The platform began to count something else under the metric.
            SERIES_BREAK,
            /// The platform changed numbers of the days after they were settled.
            RESTATEMENT
        }

        static Marker of(SeriesBreak change) {
            return new Marker(
                    Kind.SERIES_BREAK,
                    change.from(),
                    change.to(),
                    change.platform(),
                    change.metric(),
                    change.only().stream().sorted().toList(),
                    change.text(),
                    change.source(),
                    null);
        }
    }

    /// How numbers changed after they were settled.
    ///
    /// @param seenOn the day in the business's zone on which the new numbers were first observed
    /// @param unit what changed: days of accounts, or counters of posts
    /// @param items how many
    /// @param accounts of how many accounts
    /// @param before the sum of what they were; null where they do not add, as numbers of people of several days
    /// @param after the sum of what they are, or null
    /// @param asOf the last instant as of which what they were is told; null where there is none
    public record Restated(
            LocalDate seenOn,
            Coverage.Unit unit,
            int items,
            int accounts,
            @Nullable Double before,
            @Nullable Double after,
            @Nullable Instant asOf) {}

    /// What the engagement rate of the points divides, where it was asked for.
    ///
    /// @param by null where no platform in view has one; a series of one platform divides by its own
    public record Rate(
            String definition, String engagement, @Nullable Denominator by, List<Platform> platformsLeftOut) {}
}
