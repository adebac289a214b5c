package io.tidemark.analytics.insight.trend;

import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.trend.Subject.Lacking;
import io.tidemark.analytics.insight.trend.TrendAnalysisAnswer.Day;
import io.tidemark.analytics.insight.trend.TrendAnalysisAnswer.Decomposition;
import io.tidemark.analytics.insight.trend.TrendAnalysisAnswer.WeekdayEffect;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Says how a number usually goes: its smooth course over the period, and what the weekdays make of it.
final class CourseFinding {
    private static final String METHOD = "weekly_decomposition/1";

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
            Lacking lacking =
                    subject.lacking(METHOD, WeeklyDecomposition.FEWEST_DAYS, "to tell a usual week from chance");
            return new Decomposition(null, List.of(), lacking.text(), lacking.daysMissing(), lacking.evidence());
        }
        List<WeekdayEffect> weekdays = weekdays(of);
        int[] inPeriod = IntStream.range(0, subject.judged().length)
                .filter(day -> subject.period().contains(subject.date(day)) && !Double.isNaN(of.trend(day)))
                .toArray();
        if (inPeriod.length < 2) {
            String text =
                    "No settled days of the period tell how %s went. %s".formatted(subject.name(), best(of, weekdays));
            return new Decomposition(
                    null,
                    weekdays,
                    text,
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
                text(of, from, to, change) + " " + best(of, weekdays),
                null,
                subject.evidence(Subject.Measured.of(change), METHOD));
    }

    private String text(UsualCourse of, int from, int to, double change) {
        return ("Smoothed, %s went from %s a day on %s to %s on %s (%s). Such a line wanders by chance, too; what lasts is"
                        + " among the changes of level.")
                .formatted(
                        subject.name(),
                        subject.amount(of.trend(from)),
                        Subject.day(subject.date(from)),
                        subject.amount(of.trend(to)),
                        Subject.day(subject.date(to)),
                        Subject.signed(change));
    }

    private static String best(UsualCourse of, List<WeekdayEffect> weekdays) {
        List<WeekdayEffect> known = weekdays.stream()
                .filter(one -> one.effect() != null)
                .sorted(Comparator.comparingDouble(CourseFinding::effect))
                .toList();
        if (known.size() < 2 || !of.weekdaysDiffer()) {
            return "The weekdays do not differ by more than chance.";
        }
        WeekdayEffect low = known.getFirst();
        WeekdayEffect high = known.getLast();
        return "Of the weekdays, %s usually has most (%s against the course) and %s least (%s)."
                .formatted(weekday(high), Subject.signed(effect(high)), weekday(low), Subject.signed(effect(low)));
    }

    private static double effect(WeekdayEffect of) {
        return of.effect() == null ? 0 : of.effect();
    }

    private static String weekday(WeekdayEffect of) {
        return DayOfWeek.of(of.weekday()).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
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
