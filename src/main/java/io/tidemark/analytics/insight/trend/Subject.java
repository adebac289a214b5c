package io.tidemark.analytics.insight.trend;

import io.tidemark.analytics.Period;
import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.metric.Kind;
import io.tidemark.metric.Metric;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What findings are about: a number of the business from day to day, and the days asked for.
///
/// @param judged the days fit to be judged, from the first to the last of them
record Subject(View view, DailySeries series, TrendMetric metric, Period period, double[] judged) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final double ENOUGH = 0.8;

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
    record Lacking(String text, @Nullable Integer daysMissing, Evidence evidence) {}

    LocalDate date(int judgedDay) {
        return series.date(series.firstFit() + judgedDay);
    }

    boolean isProvided() {
        return series.isProvided();
    }

    int known() {
        return Known.count(judged);
    }

    String name() {
        return metric.title().toLowerCase(Locale.ROOT);
    }

    String amount(double value) {
        Metric of = metric.metric();
        boolean seconds = of != null && of.kind() == Kind.DURATION;
        return String.format(Locale.ROOT, "%,.0f%s", value, seconds ? " seconds" : "");
    }

    static String day(LocalDate date) {
        return date.format(DATE);
    }

    /// A ratio as a signed percentage, which no line breaks.
    static String signed(double ratio) {
        return String.format(Locale.ROOT, "%+.0f\u00a0%%", ratio * 100).replace('-', '−');
    }

    /// Says that it takes more days.
    ///
    /// @param what the days are needed for, in words
    Lacking lacking(String method, int fewest, String what) {
        if (!isProvided()) {
            return new Lacking(
                    "Nothing is known of %s by day: neither platforms nor readings of posts tell.".formatted(name()),
                    null,
                    evidence(Measured.NONE, 0, method, EvidenceStatus.NOT_PROVIDED, "not_provided"));
        }
        int there = known();
        int missing = Math.max(1, fewest - there);
        String text = "It takes %d settled days %s; there %s %d, so %d more %s needed."
                .formatted(fewest, what, there == 1 ? "is" : "are", there, missing, missing == 1 ? "is" : "are");
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
