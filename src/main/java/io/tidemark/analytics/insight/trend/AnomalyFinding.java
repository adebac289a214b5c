package io.tidemark.analytics.insight.trend;

import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.trend.Subject.Lacking;
import io.tidemark.analytics.insight.trend.Subject.Measured;
import io.tidemark.analytics.insight.trend.TrendAnalysisAnswer.Anomalies;
import io.tidemark.analytics.insight.trend.TrendAnalysisAnswer.Anomaly;
import io.tidemark.analytics.insight.trend.TrendAnalysisAnswer.Earner;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says which days of the period are out of the usual.
final class AnomalyFinding {
    private static final String METHOD = "anomalies/1";
    /// Reading single posts takes a while: the last unusual days only.
    private static final int MOST_WITH_POSTS = 3;

    private static final Sentence PURPOSE = Sentence.of("to_tell_an_unusual_day", "to tell an unusual day from others");
    private static final Sentence LEAPS = Sentence.of(
            "leaps_are_usual",
            "{off} of {days} days lie far from the others: leaps are usual for {metric}, so no day is named.");
    private static final Sentence TIMES = Sentence.of(
            "unusual_day_times",
            "{metric} on {day}: {value}, {times} times what is usual for such a day ({lo} to {hi}).");
    private static final Sentence AGAINST = Sentence.of(
            "unusual_day_against",
            "{metric} on {day}: {value}, {change} against what is usual for such a day ({lo} to {hi}).");
    private static final Sentence BEST = Sentence.of("one_post_of_day", "One post alone brought {value}.");
    private static final Sentence NONE =
            Sentence.of("no_unusual_days", "No settled day of the period is out of the usual.");
    private static final Sentence SOME = Sentence.counting(
            "unusual_days",
            "{n} day is out of the usual: {high} high, {low} low. A year without anything unusual would show some four by"
                    + " chance.",
            "{n} days are out of the usual: {high} high, {low} low. A year without anything unusual would show some four"
                    + " by chance.");

    private final Subject subject;
    private final @Nullable UsualCourse course;
    private final EarnersOfDay earners;

    /// @param course null where too few days are known
    AnomalyFinding(Subject subject, @Nullable UsualCourse course, EarnersOfDay earners) {
        this.subject = subject;
        this.course = course;
        this.earners = earners;
    }

    Anomalies anomalies() {
        UsualCourse of = course;
        if (of == null) {
            Lacking lacking = subject.lacking(METHOD, WeeklyDecomposition.FEWEST_DAYS, PURPOSE);
            return new Anomalies(List.of(), lacking.text(), lacking.daysMissing(), lacking.evidence());
        }
        if (of.leaps()) {
            Said text = LEAPS.said(Map.of(
                    "off", Value.count(of.daysOff()),
                    "days", Value.count(subject.known()),
                    "metric", subject.name()));
            return new Anomalies(
                    List.of(),
                    text,
                    null,
                    subject.evidence(
                            Measured.of(0),
                            subject.known(),
                            METHOD,
                            EvidenceStatus.NOT_ENOUGH_DATA,
                            "leaps_are_usual"));
        }
        int[] days = Arrays.stream(of.anomalies())
                .filter(day -> subject.period().contains(subject.date(day)))
                .toArray();
        List<Anomaly> found = new ArrayList<>();
        for (int i = 0; i < days.length; i++) {
            boolean recent = i >= days.length - MOST_WITH_POSTS;
            found.add(anomaly(of, days[i], recent));
        }
        Measured count = Measured.of(found.size());
        return new Anomalies(found, summary(found), null, subject.evidence(count, METHOD));
    }

    private Anomaly anomaly(UsualCourse of, int day, boolean withPosts) {
        LocalDate date = subject.date(day);
        double effect = of.effect(day);
        List<Earner> posts = withPosts && effect > 0 ? earners.on(date) : List.of();
        double value = subject.judged()[day];
        // How far it is from what is usual, wherever in its range that may lie.
        Measured found = new Measured(
                effect,
                Math.min(effect, (1 + value) / (1 + of.hi(day)) - 1),
                Math.max(effect, (1 + value) / (1 + of.lo(day)) - 1),
                UsualCourse.LEVEL);
        return new Anomaly(
                date,
                subject.judged()[day],
                of.expected(day),
                of.lo(day),
                of.hi(day),
                effect,
                posts,
                text(of, day, posts),
                subject.evidence(found, METHOD));
    }

    private Said text(UsualCourse of, int day, List<Earner> posts) {
        Said found = found(of, day);
        return posts.isEmpty()
                ? found
                : Said.inTurn(List.of(
                        found,
                        BEST.said(
                                Map.of("value", subject.amount(posts.getFirst().value())))));
    }

    private Said found(UsualCourse of, int day) {
        double effect = of.effect(day);
        Value date = Value.day(subject.date(day));
        Value value = subject.amount(subject.judged()[day]);
        Value lo = subject.amount(of.lo(day));
        Value hi = subject.amount(of.hi(day));
        return effect > 1
                ? TIMES.said(Map.of(
                        "metric", subject.name(),
                        "day", date,
                        "value", value,
                        "times", Value.decimal(effect + 1, 1),
                        "lo", lo,
                        "hi", hi))
                : AGAINST.said(Map.of(
                        "metric", subject.name(),
                        "day", date,
                        "value", value,
                        "change", Value.signedPercent(effect),
                        "lo", lo,
                        "hi", hi));
    }

    private static Said summary(List<Anomaly> found) {
        if (found.isEmpty()) {
            return NONE.said();
        }
        long high = found.stream().filter(one -> one.effect() > 0).count();
        return SOME.said(Map.of(
                "n", Value.count(found.size()), "high", Value.count(high), "low", Value.count(found.size() - high)));
    }
}
