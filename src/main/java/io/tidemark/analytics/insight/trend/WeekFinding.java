package io.tidemark.analytics.insight.trend;

import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.trend.Subject.Lacking;
import io.tidemark.analytics.insight.trend.Subject.Measured;
import io.tidemark.analytics.insight.trend.TrendAnalysisAnswer.Span;
import io.tidemark.analytics.insight.trend.TrendAnalysisAnswer.Week;
import io.tidemark.analytics.statistics.VariationTest;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Says whether the last settled week changed by more than weeks usually do.
final class WeekFinding {
    private static final String METHOD = "week_over_week/1";
    private static final int WEEK = WeeklyDecomposition.WEEK;
    /// Of so few earlier changes none may have been among the large ones that such weeks show now and
    /// then.
    private static final int FEW = 8;

    private static final Sentence PURPOSE =
            Sentence.of("to_say_what_weeks_change", "in whole weeks to say how much a week usually changes");
    private static final Sentence GAPS = Sentence.of(
            "no_whole_weeks",
            "Days are missing from the last weeks or from many before: no two whole weeks can be compared.");
    private static final Sentence WEEK_BY_WEEK = Sentence.of(
            "week_by_week", "{metric} in the week from {from}: {value} against {previous} the week before ({change})");
    private static final Sentence UNUSUAL =
            Sentence.of("week_unusual", "{week}, more than such weeks usually change, which is by {down} to {up}.");
    private static final Sentence FEW_EARLIER =
            Sentence.of("few_earlier_weeks", "There are only {earlier} earlier changes to go by, which is little.");
    private static final Sentence WITHIN = Sentence.of(
            "week_within_variation",
            "{week}, within normal variation, which is {down} to {up}. It would take about {least_down} or {least_up} to be"
                    + " told apart in four weeks of five.");

    private final Subject subject;

    WeekFinding(Subject subject) {
        this.subject = subject;
    }

    Week week() {
        return WeekTest.of(totals()).map(this::week).orElseGet(this::none);
    }

    private LocalDate firstWeek() {
        return subject.date(0)
                .with(TemporalAdjusters.nextOrSame(subject.view().frame().weekStart()));
    }

    /// Of the whole weeks of the business; `NaN` unless every day is there.
    private double[] totals() {
        double[] judged = subject.judged();
        if (judged.length == 0) {
            return judged;
        }
        int first = Math.toIntExact(ChronoUnit.DAYS.between(subject.date(0), firstWeek()));
        double[] totals = new double[Math.max(0, judged.length - first) / WEEK];
        for (int week = 0; week < totals.length; week++) {
            int from = first + WEEK * week;
            totals[week] = Arrays.stream(judged, from, from + WEEK).sum();
        }
        return totals;
    }

    private Week none() {
        int fewest = WEEK * WeekTest.FEWEST_WEEKS;
        Lacking lacking =
                subject.isProvided() && subject.known() >= fewest ? gaps() : subject.lacking(METHOD, fewest, PURPOSE);
        return new Week(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                WeekVerdict.SHORT_HISTORY,
                lacking.text(),
                lacking.daysMissing(),
                lacking.evidence());
    }

    private Lacking gaps() {
        return new Lacking(
                GAPS.said(),
                null,
                subject.evidence(
                        Measured.NONE, subject.known(), METHOD, EvidenceStatus.NOT_ENOUGH_DATA, "no_whole_weeks"));
    }

    private Week week(WeekTest of) {
        VariationTest test = of.test();
        LocalDate from = firstWeek().plusDays((long) WEEK * of.week());
        double change = Math.expm1(test.logChange());
        Span usual = span(test.usualSize());
        Span detectable = span(test.detectableSize(WeekTest.POWER));
        return new Week(
                from,
                from.plusDays(WEEK - 1L),
                of.value(),
                of.previous(),
                change,
                usual,
                detectable,
                test.p(),
                of.verdict(),
                text(of, from, change, usual, detectable),
                null,
                evidence(of, change));
    }

    private static Span span(double log) {
        return new Span(Math.expm1(-log), Math.expm1(log));
    }

    private Said text(WeekTest of, LocalDate from, double change, Span usual, Span detectable) {
        Value what = Value.clause(WEEK_BY_WEEK.said(Map.of(
                "metric", subject.name(),
                "from", Value.day(from),
                "value", subject.amount(of.value()),
                "previous", subject.amount(of.previous()),
                "change", Value.signedPercent(change))));
        Value down = Value.signedPercent(usual.down());
        Value up = Value.signedPercent(usual.up());
        if (of.verdict() == WeekVerdict.WITHIN_VARIATION) {
            return WITHIN.said(Map.of(
                    "week", what,
                    "down", down,
                    "up", up,
                    "least_down", Value.signedPercent(detectable.down()),
                    "least_up", Value.signedPercent(detectable.up())));
        }
        Said unusual = UNUSUAL.said(Map.of("week", what, "down", down, "up", up));
        return of.earlier() < FEW
                ? Said.inTurn(List.of(unusual, FEW_EARLIER.said(Map.of("earlier", Value.count(of.earlier())))))
                : unusual;
    }

    private Evidence evidence(WeekTest of, double change) {
        VariationTest test = of.test();
        Measured found = new Measured(
                change,
                Math.expm1(test.logChange() - test.usualSize()),
                Math.expm1(test.logChange() + test.usualSize()),
                VariationTest.LEVEL);
        EvidenceStatus status = EvidenceStatus.OK;
        String reason = "ok";
        if (of.verdict() == WeekVerdict.WITHIN_VARIATION) {
            status = EvidenceStatus.NOT_ENOUGH_DATA;
            reason = "within_normal_variation";
        } else if (of.earlier() < FEW) {
            status = EvidenceStatus.WEAK;
            reason = "few_earlier_weeks";
        }
        return subject.evidence(found, of.earlier(), test.freedom(), METHOD, status, reason);
    }
}
