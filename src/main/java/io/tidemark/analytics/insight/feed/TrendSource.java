package io.tidemark.analytics.insight.feed;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.Finding;
import io.tidemark.analytics.insight.Insight;
import io.tidemark.analytics.insight.InsightType;
import io.tidemark.analytics.insight.trend.TrendAnalysis;
import io.tidemark.analytics.insight.trend.TrendAnalysisAnswer;
import io.tidemark.analytics.insight.trend.TrendMetric;
import io.tidemark.analytics.insight.trend.WeekVerdict;
import io.tidemark.frame.Frame;
import io.tidemark.metric.Metric;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/// How the leading number goes from day to day: the last week, changes of level, unusual days.
final class TrendSource implements Source {
    /// Days have heavier tails than the normal distribution: t with six degrees of freedom.
    private static final TDistribution TAILS = TDistribution.of(6);

    @Override
    public Stream<Finding> find(Frame frame, AnalyticsQuery query, @Nullable Metric leading, Instant now) {
        if (leading == null) {
            return Stream.empty();
        }
        TrendAnalysisAnswer trend = TrendAnalysis.compute(frame, query, new TrendMetric(leading), now);
        return Stream.of(week(leading, trend.week()), level(leading, trend.changePoints()), days(leading, trend))
                .flatMap(found -> found);
    }

    private static Stream<Finding> week(Metric metric, TrendAnalysisAnswer.Week week) {
        Double p = week.p();
        if (p == null || week.change() == null) {
            return Stream.empty();
        }
        boolean stands = week.verdict() == WeekVerdict.UP || week.verdict() == WeekVerdict.DOWN;
        String title = title(metric, week.change()) + " in a week";
        return Stream.of(new Finding.Claim(
                p,
                stands
                        ? insight(
                                InsightType.WEEK_CHANGE, title, week.text(), metric, null, week.from(), week.evidence())
                        : null,
                null));
    }

    /// One look for up to three changes. Where none is found, how near it came is not known: as far as can be.
    private static Stream<Finding> level(Metric metric, TrendAnalysisAnswer.ChangePoints level) {
        if (level.daysMissing() != null || level.evidence().value() == null) {
            return Stream.empty();
        }
        if (level.points().isEmpty()) {
            return Stream.of(new Finding.Claim(1, null, null));
        }
        // The others lie before it: the last one is how it is now.
        TrendAnalysisAnswer.ChangePoint last = level.points().getLast();
        String title = "The level of %s is another: %s"
                .formatted(metric.title().toLowerCase(Locale.ROOT), percent(last.shift()));
        return Stream.of(new Finding.Claim(
                last.p(),
                insight(InsightType.LEVEL_SHIFT, title, last.text(), metric, null, last.date(), last.evidence()),
                null));
    }

    /// Each unusual day counts for all days of the period, since all were looked at.
    private static Stream<Finding> days(Metric metric, TrendAnalysisAnswer trend) {
        TrendAnalysisAnswer.Anomalies unusual = trend.anomalies();
        if (unusual.daysMissing() != null) {
            return Stream.empty();
        }
        if (unusual.days().isEmpty()) {
            return Stream.of(new Finding.Claim(1, null, null));
        }
        int looked = trend.days().size();
        return unusual.days().stream().map(day -> {
            String title = title(metric, day.effect()) + " against such days";
            return new Finding.Claim(
                    Math.min(1, looked * chance(day)),
                    insight(
                            InsightType.UNUSUAL_DAY,
                            title,
                            day.text(),
                            metric,
                            day.date().toString(),
                            day.date(),
                            day.evidence()),
                    null);
        });
    }

    /// Of a day so far from the middle of the range in which nine of ten lie.
    private static double chance(TrendAnalysisAnswer.Anomaly day) {
        double distance = Math.log1p(day.value()) - Math.log1p(day.expected());
        double half = (Math.log1p(day.hi()) - Math.log1p(Math.max(0, day.lo()))) / 2;
        if (!(half > 0)) {
            return 1;
        }
        double t = Math.abs(distance) / half * TAILS.inverseCumulativeProbability(0.95);
        return 2 * TAILS.survivalProbability(t);
    }

    private static String title(Metric metric, double change) {
        return metric.title() + (change > 0 ? " up " : " down ") + "%.0f %%".formatted(Math.abs(change) * 100);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%+.0f %%", share * 100);
    }

    private static Insight insight(
            InsightType type,
            String title,
            String text,
            Metric metric,
            @Nullable String subject,
            @Nullable LocalDate date,
            Evidence evidence) {
        return new Insight(type, title, text, metric.key(), null, subject, date, null, evidence);
    }
}
