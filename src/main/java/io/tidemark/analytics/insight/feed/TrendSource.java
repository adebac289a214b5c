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
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/// How the leading number goes from day to day: the last week, changes of level, unusual days.
final class TrendSource implements Source {
    /// Days have heavier tails than the normal distribution: t with six degrees of freedom.
    private static final TDistribution TAILS = TDistribution.of(6);

    private static final Sentence WEEK_UP = Sentence.of("week_change_up", "{metric} up {size} in a week");
    private static final Sentence WEEK_DOWN = Sentence.of("week_change_down", "{metric} down {size} in a week");
    private static final Sentence LEVEL = Sentence.of("level_shift_title", "The level of {metric} is another: {shift}");
    private static final Sentence DAY_UP = Sentence.of("unusual_day_up", "{metric} up {size} against such days");
    private static final Sentence DAY_DOWN = Sentence.of("unusual_day_down", "{metric} down {size} against such days");

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
        Said title = title(week.change() > 0 ? WEEK_UP : WEEK_DOWN, metric, week.change());
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
        Said title = LEVEL.said(Map.of("metric", Value.metric(metric), "shift", Value.signedPercent(last.shift())));
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
            Said title = title(day.effect() > 0 ? DAY_UP : DAY_DOWN, metric, day.effect());
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

    private static Said title(Sentence way, Metric metric, double change) {
        return way.said(Map.of("metric", Value.metric(metric), "size", Value.percent(Math.abs(change))));
    }

    private static Insight insight(
            InsightType type,
            Said title,
            Said text,
            Metric metric,
            @Nullable String subject,
            @Nullable LocalDate date,
            Evidence evidence) {
        return new Insight(type, title, text, metric.key(), null, subject, date, null, evidence);
    }
}
