package io.tidemark.analytics.insight.trend;

import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.trend.Subject.Lacking;
import io.tidemark.analytics.insight.trend.TrendAnalysisAnswer.Day;
import io.tidemark.analytics.insight.trend.TrendAnalysisAnswer.Decomposition;
import io.tidemark.analytics.insight.trend.TrendAnalysisAnswer.WeekdayEffect;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Says how a number usually goes: its smooth course over the period, and what the weekdays make of it.
final class CourseFinding {
    private static final String METHOD = "weekly_decomposition/1";

    private static final Sentence PURPOSE = Sentence.of("to_tell_a_usual_week", "to tell a usual week from chance");
    private static final Sentence UNKNOWN =
            Sentence.of("no_settled_days", "No settled days of the period tell how {metric} went.");
    private static final Sentence SMOOTHED = Sentence.of(
            "smoothed_course",
            "Smoothed, {metric} went from {start} a day on {from} to {end} on {to} ({change}). Such a line wanders by"
                    + " chance, too; what lasts is among the changes of level.");
    private static final Sentence WEEKDAYS_ALIKE =
            Sentence.of("weekdays_alike", "The weekdays do not differ by more than chance.");
    private static final Sentence WEEKDAYS_DIFFER = Sentence.of(
            "weekdays_differ",
            "Of the weekdays, {high} usually has most ({more} against the course) and {low} least ({less}).");

    private final Subject subject;
    private final @Nullable UsualCourse course;

    /// @param course null where too few days are known
    CourseFinding(Subject subject, @Nullable UsualCourse course) {
        this.subject = subject;
        this.course = course;
    }

    /// The days of the period as far as the series has them.
    List<Day> days() {
        DailySeries series = subject.series();
        int first = series.firstFit();
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < series.days(); i++) {
            if (subject.period().contains(series.date(i))) {
                boolean judged = course != null && i >= first && i < series.endFit();
                days.add(day(series, i, judged ? course : null, i - first));
            }
        }
        return days;
    }

    private static Day day(DailySeries series, int i, @Nullable UsualCourse course, int judged) {
        return new Day(
                series.date(i),
                orNull(series.value(i)),
                series.isProvisional(i),
                course == null ? null : orNull(course.trend(judged)),
                course == null ? null : orNull(course.expected(judged)),
                course == null ? null : orNull(course.lo(judged)),
                course == null ? null : orNull(course.hi(judged)));
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }

    Decomposition decomposition() {
        UsualCourse of = course;
        if (of == null) {
            Lacking lacking = subject.lacking(METHOD, WeeklyDecomposition.FEWEST_DAYS, PURPOSE);
            return new Decomposition(null, List.of(), lacking.text(), lacking.daysMissing(), lacking.evidence());
        }
        List<WeekdayEffect> weekdays = weekdays(of);
        int[] inPeriod = IntStream.range(0, subject.judged().length)
                .filter(day -> subject.period().contains(subject.date(day)) && !Double.isNaN(of.trend(day)))
                .toArray();
        if (inPeriod.length < 2) {
            Said unknown = UNKNOWN.said(Map.of("metric", subject.name()));
            return new Decomposition(
                    null,
                    weekdays,
                    Said.inTurn(List.of(unknown, best(of, weekdays))),
                    null,
                    subject.evidence(
                            Subject.Measured.NONE,
                            subject.known(),
                            METHOD,
                            EvidenceStatus.NOT_ENOUGH_DATA,
                            "no_settled_days"));
        }
        int from = inPeriod[0];
        int to = inPeriod[inPeriod.length - 1];
        double change = (1 + of.trend(to)) / (1 + of.trend(from)) - 1;
        return new Decomposition(
                change,
                weekdays,
                Said.inTurn(List.of(text(of, from, to, change), best(of, weekdays))),
                null,
                subject.evidence(Subject.Measured.of(change), METHOD));
    }

    private Said text(UsualCourse of, int from, int to, double change) {
        return SMOOTHED.said(Map.of(
                "metric", subject.name(),
                "start", subject.amount(of.trend(from)),
                "from", Value.day(subject.date(from)),
                "end", subject.amount(of.trend(to)),
                "to", Value.day(subject.date(to)),
                "change", Value.signedPercent(change)));
    }

    private static Said best(UsualCourse of, List<WeekdayEffect> weekdays) {
        List<WeekdayEffect> known = weekdays.stream()
                .filter(one -> one.effect() != null)
                .sorted(Comparator.comparingDouble(CourseFinding::effect))
                .toList();
        if (known.size() < 2 || !of.weekdaysDiffer()) {
            return WEEKDAYS_ALIKE.said();
        }
        WeekdayEffect low = known.getFirst();
        WeekdayEffect high = known.getLast();
        return WEEKDAYS_DIFFER.said(Map.of(
                "high", Value.weekday(high.weekday()),
                "more", Value.signedPercent(effect(high)),
                "low", Value.weekday(low.weekday()),
                "less", Value.signedPercent(effect(low))));
    }

    private static double effect(WeekdayEffect of) {
        return of.effect() == null ? 0 : of.effect();
    }

    private List<WeekdayEffect> weekdays(UsualCourse of) {
        LocalDate first = subject.date(0);
        return IntStream.range(0, WeeklyDecomposition.WEEK)
                .mapToObj(i -> new WeekdayEffect(
                        first.plusDays(i).getDayOfWeek().getValue(), of.knowsWeekday(i) ? of.weekdayEffect(i) : null))
                .sorted(Comparator.comparingInt(WeekdayEffect::weekday))
                .toList();
    }
}
