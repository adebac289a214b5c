package io.tidemark.analytics.insight.trend;

import io.tidemark.analytics.Period;
import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.metric.Kind;
import io.tidemark.metric.Metric;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What findings are about: a number of the business from day to day, and the days asked for.
///
/// @param judged the days fit to be judged, from the first to the last of them
record Subject(View view, DailySeries series, TrendMetric metric, Period period, double[] judged) {
    private static final double ENOUGH = 0.8;

    private static final Sentence SECONDS = Sentence.counting("seconds", "{n} second", "{n} seconds");
    private static final Sentence NOTHING_KNOWN = Sentence.of(
            "nothing_known_by_day",
            "Nothing is known of {metric} by day: neither platforms nor readings of posts tell.");
    private static final Sentence DAYS_MISSING = Sentence.counting(
            "settled_days_missing",
            "It takes {fewest} settled days {purpose}; there is {n}, so it takes {missing} more.",
            "It takes {fewest} settled days {purpose}; there are {n}, so it takes {missing} more.");

    Subject(View view, DailySeries series, TrendMetric metric, Period period) {
        this(view, series, metric, period, series.judged());
    }

    /// A number found, or that there is none, with its interval.
    record Measured(
            @Nullable Double value,
            @Nullable Double lo,
            @Nullable Double hi,
            @Nullable Double level) {
        static final Measured NONE = new Measured(null, null, null, null);

        static Measured of(double value) {
            return new Measured(value, null, null, null);
        }
    }

    /// What too little of it says.
    ///
    /// @param daysMissing null where it is not for want of days
    record Lacking(Said text, @Nullable Integer daysMissing, Evidence evidence) {}

    LocalDate date(int judgedDay) {
        return series.date(series.firstFit() + judgedDay);
    }

    boolean isProvided() {
        return series.isProvided();
    }

    int known() {
        return Known.count(judged);
    }

    Value name() {
        return metric.name();
    }

    Value amount(double value) {
        Metric of = metric.metric();
        Value number = Value.count(value);
        return of != null && of.kind() == Kind.DURATION ? Value.clause(SECONDS.said(Map.of("n", number))) : number;
    }

    /// Says that it takes more days.
    ///
    /// @param purpose what the days are needed for, which always reads the same
    Lacking lacking(String method, int fewest, Sentence purpose) {
        if (!isProvided()) {
            return new Lacking(
                    NOTHING_KNOWN.said(Map.of("metric", name())),
                    null,
                    evidence(Measured.NONE, 0, method, EvidenceStatus.NOT_PROVIDED, "not_provided"));
        }
        int there = known();
        int missing = Math.max(1, fewest - there);
        Said text = DAYS_MISSING.said(Map.of(
                "fewest", Value.count(fewest),
                "purpose", Value.clause(purpose.said()),
                "n", Value.count(there),
                "missing", Value.count(missing)));
        return new Lacking(
                text,
                missing,
                evidence(
                        Measured.NONE,
                        there,
                        method,
                        EvidenceStatus.NOT_ENOUGH_DATA,
                        "fewer_than_%d_days".formatted(fewest)));
    }

    /// Of what rests on the days judged: weak where much of them is missing.
    Evidence evidence(Measured found, String method) {
        boolean weak = known() < ENOUGH * judged.length;
        return evidence(
                found,
                known(),
                method,
                weak ? EvidenceStatus.WEAK : EvidenceStatus.OK,
                weak ? "many_days_missing" : "ok");
    }

    Evidence evidence(Measured found, int n, String method, EvidenceStatus status, String reason) {
        return evidence(found, n, null, method, status, reason);
    }

    Evidence evidence(
            Measured found, int n, @Nullable Double nEff, String method, EvidenceStatus status, String reason) {
        return new Evidence(
                found.value(),
                found.lo(),
                found.hi(),
                found.level(),
                n,
                nEff,
                series.coverage(),
                // Only settled days are judged.
                0,
                view.now(),
                method,
                status,
                reason);
    }
}
