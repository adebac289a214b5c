package io.tidemark.analytics.insight.trend;

import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.trend.Subject.Lacking;
import io.tidemark.analytics.insight.trend.Subject.Measured;
import io.tidemark.analytics.insight.trend.TrendAnalysisAnswer.ChangePoint;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Says at which days the level changed for good, of the period and of the days before it.
final class LevelFinding {
    private static final String METHOD = "cusum_block_bootstrap/1";
    /// A change is found give or take a few days.
    private static final int NEAR = 7;

    private static final Sentence PURPOSE =
            Sentence.of("to_tell_a_level_from_chance", "to tell a change of level from chance");
    private static final Sentence SHIFT = Sentence.of(
            "level_shift",
            "From about {day} on, the level of {metric} is another: {shift} (90% interval {lo} to {hi}) against before.");
    private static final Sentence CAUTION =
            Sentence.of("level_shift_caution", "About then {accounts}: that may be all there is to it.");
    private static final Sentence BEGAN = Sentence.of("account_began_to_report", "{account} began to report");
    private static final Sentence CEASED = Sentence.of("account_ceased_to_report", "{account} ceased to report");
    private static final Sentence NONE = Sentence.of(
            "no_level_shift",
            "No lasting change of level between {from} and {to}. A change by less than a fifth is often not told apart"
                    + " from chance.");
    private static final Sentence SOME = Sentence.counting(
            "level_shifts",
            "{n} lasting change of level since {since}.",
            "{n} lasting changes of level since {since}.");

    private final Subject subject;

    LevelFinding(Subject subject) {
        this.subject = subject;
    }

    TrendAnalysisAnswer.ChangePoints changePoints() {
        if (subject.known() < ChangePoints.FEWEST_DAYS) {
            Lacking lacking = subject.lacking(METHOD, ChangePoints.FEWEST_DAYS, PURPOSE);
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
        List<Said> accounts = accounts(subject.series().firstFit() + found.day());
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
                accounts.stream().map(Said::english).toList(),
                text(date, found, accounts),
                evidence);
    }

    private Said text(LocalDate date, ChangePoints.Found found, List<Said> accounts) {
        Said shift = SHIFT.said(Map.of(
                "day", Value.day(date),
                "metric", subject.name(),
                "shift", Value.signedPercent(Math.expm1(found.shift())),
                "lo", Value.signedPercent(Math.expm1(found.lo())),
                "hi", Value.signedPercent(Math.expm1(found.hi()))));
        return accounts.isEmpty()
                ? shift
                : Said.inTurn(List.of(shift, CAUTION.said(Map.of("accounts", Value.list(accounts)))));
    }

    /// What began or ceased to report near a day, in words.
    private List<Said> accounts(int day) {
        DailySeries series = subject.series();
        return series.accounts().stream()
                .flatMap(account -> Stream.concat(
                        account.first() > series.firstFit() && isNear(account.first(), day)
                                ? Stream.of(BEGAN.said(Map.of("account", Value.name(account.title()))))
                                : Stream.<Said>empty(),
                        account.end() < series.endFit() && isNear(account.end(), day)
                                ? Stream.of(CEASED.said(Map.of("account", Value.name(account.title()))))
                                : Stream.empty()))
                .toList();
    }

    private static boolean isNear(int one, int other) {
        return Math.abs(one - other) <= NEAR;
    }

    private Said summary(List<ChangePoint> points) {
        Value first = Value.day(subject.date(0));
        return points.isEmpty()
                ? NONE.said(Map.of("from", first, "to", Value.day(subject.date(subject.judged().length - 1))))
                : SOME.said(Map.of("n", Value.count(points.size()), "since", first));
    }
}
