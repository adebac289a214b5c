package io.tidemark.analytics.insight.trend;

import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.trend.Subject.Lacking;
import io.tidemark.analytics.insight.trend.Subject.Measured;
import io.tidemark.analytics.insight.trend.TrendAnalysisAnswer.Anomalies;
import io.tidemark.analytics.insight.trend.TrendAnalysisAnswer.Anomaly;
import io.tidemark.analytics.insight.trend.TrendAnalysisAnswer.Earner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Says which days of the period are out of the usual.
final class AnomalyFinding {
    private static final String METHOD = "anomalies/1";
    /// Reading single posts takes a while: the last unusual days only.
    private static final int MOST_WITH_POSTS = 3;

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
            Lacking lacking =
                    subject.lacking(METHOD, WeeklyDecomposition.FEWEST_DAYS, "to tell an unusual day from others");
            return new Anomalies(List.of(), lacking.text(), lacking.daysMissing(), lacking.evidence());
        }
        if (of.leaps()) {
            String text = "%d of %d days lie far from the others: leaps are usual for %s, so no day is named."
                    .formatted(of.daysOff(), subject.known(), subject.name());
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
                text(of, day) + best(posts),
                subject.evidence(found, METHOD));
    }

    private String text(UsualCourse of, int day) {
        double effect = of.effect(day);
        String how = effect > 1
                ? String.format(Locale.ROOT, "%.1f times what is usual", effect + 1)
                : "%s against what is usual".formatted(Subject.signed(effect));
        return "%s on %s: %s, %s for such a day (%s to %s)."
                .formatted(
                        subject.metric().title(),
                        Subject.day(subject.date(day)),
                        subject.amount(subject.judged()[day]),
                        how,
                        subject.amount(of.lo(day)),
                        subject.amount(of.hi(day)));
    }

    private String best(List<Earner> posts) {
        return posts.isEmpty()
                ? ""
                : " One post alone brought %s."
                        .formatted(subject.amount(posts.getFirst().value()));
    }

    private static String summary(List<Anomaly> found) {
        if (found.isEmpty()) {
            return "No settled day of the period is out of the usual.";
        }
        long high = found.stream().filter(one -> one.effect() > 0).count();
        return "%d %s out of the usual: %d high, %d low. A year without anything unusual would show some four by chance."
                .formatted(found.size(), found.size() == 1 ? "day is" : "days are", high, found.size() - high);
    }
}
