package io.tidemark.analytics.insight.trend;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Basis;
import io.tidemark.analytics.Comparison;
import io.tidemark.analytics.DataExtent;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.Question;
import io.tidemark.analytics.View;
import io.tidemark.frame.Frame;
import java.time.Instant;
import java.time.LocalDate;

/// Answers how a number goes from day to day, what of it is out of the usual, and what to expect.
///
/// All rests on what happened on settled days (the activity basis): posts published lately have not
/// grown up yet.
public final class TrendAnalysis {
    /// How far back is looked, at least, where there is as much.
    private static final int LEAST_DAYS = 365;
    private static final int MOST_DAYS = 3 * 366;

    private TrendAnalysis() {}

    /// @param now the present; a frame as of an instant is answered as of that instant
    /// @throws io.tidemark.analytics.BadQuery where the filters name what the business does not have
    public static TrendAnalysisAnswer compute(Frame frame, AnalyticsQuery query, TrendMetric metric, Instant now) {
        View view = new View(frame, query.filters(), now);
        AnalyticsQuery asked = query.on(Basis.Choice.ACTIVITY).comparing(Comparison.of(Comparison.Rule.NONE));
        Question question = new Question(view, asked);
        Period period = question.period();
        Period window = window(view, period);
        DailySeries series = new DailySeries(view, asked, window, metric);
        Subject subject = new Subject(view, series, metric, period);
        UsualCourse course =
                subject.known() < WeeklyDecomposition.FEWEST_DAYS ? null : UsualCourse.of(subject.judged());
        CourseFinding usual = new CourseFinding(subject, course);
        return new TrendAnalysisAnswer(
                frame.businessId(),
                question.periodAnswer(),
                metric.key(),
                metric.metric() == null ? query.engagement().definition().id() : null,
                frame.dataVersion(),
                frame.asOf(),
                history(series, window, subject.known()),
                usual.days(),
                usual.decomposition(),
                new AnomalyFinding(subject, course, new EarnersOfDay(view, query, metric)).anomalies(),
                new LevelFinding(subject).changePoints(),
                new WeekFinding(subject).week(),
                new OutlookFinding(subject).outlook());
    }

    private static TrendAnalysisAnswer.History history(DailySeries series, Period window, int judged) {
        LocalDate settledTo = series.endFit() == 0 ? null : series.date(series.endFit() - 1);
        return new TrendAnalysisAnswer.History(window.from(), window.to(), settledTo, judged);
    }

    /// A year up to the end of the period, or the period where it is longer; no days before there was
    /// anything, none after today.
    private static Period window(View view, Period period) {
        LocalDate to = earlier(period.to(), later(view.today(), period.from()));
        LocalDate from = earlier(period.from(), to.minusDays(LEAST_DAYS - 1L));
        DataExtent extent = view.extent();
        LocalDate begin = extent == null ? to : earlier(extent.from(), to);
        return new Period(later(later(from, begin), to.minusDays(MOST_DAYS - 1L)), to);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
