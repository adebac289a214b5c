package io.tidemark.analytics.insight.trend;

import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.trend.Subject.Lacking;
import io.tidemark.analytics.insight.trend.Subject.Measured;
import io.tidemark.analytics.insight.trend.TrendAnalysisAnswer.ChangePoint;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Says at which days the level changed for good, of the period and of the days before it.
final class LevelFinding {
    private static final String METHOD = "cusum_block_bootstrap/1";
    /// A change is found give or take a few days.
    private static final int NEAR = 7;

    private final Subject subject;

    LevelFinding(Subject subject) {
        this.subject = subject;
    }

    TrendAnalysisAnswer.ChangePoints changePoints() {
        if (subject.known() < ChangePoints.FEWEST_DAYS) {
            Lacking lacking =
                    subject.lacking(METHOD, ChangePoints.FEWEST_DAYS, "to tell a change of level from chance");
            return new TrendAnalysisAnswer.ChangePoints(
                    List.of(), lacking.text(), lacking.daysMissing(), lacking.evidence());
        }
        double[] judged = subject.judged();
        List<ChangePoint> points = ChangePoints.find(Known.logs(judged), Arrays.hashCode(judged)).stream()
                .map(this::point)
                .toList();
        return new TrendAnalysisAnswer.ChangePoints(
                points, summary(points), null, subject.evidence(Measured.of(points.size()), METHOD));
    }

    private ChangePoint point(ChangePoints.Found found) {
        LocalDate date = subject.date(found.day());
        List<String> accounts = accounts(subject.series().firstFit() + found.day());
        Measured shift = new Measured(
                Math.expm1(found.shift()),
                Math.expm1(Math.min(found.lo(), found.shift())),
                Math.expm1(Math.max(found.hi(), found.shift())),
                ChangePoints.LEVEL);
        Evidence evidence = accounts.isEmpty()
                ? subject.evidence(shift, METHOD)
                : subject.evidence(shift, subject.known(), METHOD, EvidenceStatus.WEAK, "accounts_changed");
        return new ChangePoint(
                date,
                Math.expm1(found.shift()),
                Math.expm1(found.lo()),
                Math.expm1(found.hi()),
                found.p(),
                accounts,
                text(date, shift(found)) + caution(accounts),
                evidence);
    }

    private static String shift(ChangePoints.Found found) {
        return "%s (90 %% interval %s to %s)"
                .formatted(
                        Subject.signed(Math.expm1(found.shift())),
                        Subject.signed(Math.expm1(found.lo())),
                        Subject.signed(Math.expm1(found.hi())));
    }

    private String text(LocalDate date, String shift) {
        return "From about %s on, the level of %s is another: %s against before."
                .formatted(Subject.day(date), subject.name(), shift);
    }

    private static String caution(List<String> accounts) {
        return accounts.isEmpty()
                ? ""
                : " About then %s: that may be all there is to it.".formatted(String.join(" and ", accounts));
    }

    /// What began or ceased to report near a day, in words.
    private List<String> accounts(int day) {
        DailySeries series = subject.series();
        return series.accounts().stream()
                .flatMap(account -> Stream.concat(
                        account.first() > series.firstFit() && isNear(account.first(), day)
                                ? Stream.of(account.title() + " began to report")
                                : Stream.empty(),
                        account.end() < series.endFit() && isNear(account.end(), day)
                                ? Stream.of(account.title() + " ceased to report")
                                : Stream.empty()))
                .toList();
    }

    private static boolean isNear(int one, int other) {
        return Math.abs(one - other) <= NEAR;
    }

    private String summary(List<ChangePoint> points) {
        if (points.isEmpty()) {
            return "No lasting change of level between %s and %s. A change by less than a fifth is often not told apart from chance."
                    .formatted(Subject.day(subject.date(0)), Subject.day(subject.date(subject.judged().length - 1)));
        }
        return "%d lasting %s of level since %s."
                .formatted(points.size(), points.size() == 1 ? "change" : "changes", Subject.day(subject.date(0)));
    }
}
