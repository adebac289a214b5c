package io.tidemark.analytics.insight;

import io.tidemark.analytics.Change;
import io.tidemark.analytics.ChangeStatus;
import io.tidemark.analytics.MetricAnswer;
import io.tidemark.analytics.OverviewAnswer;
import io.tidemark.analytics.statistics.VariationTest;
import io.tidemark.metric.Metric;
import io.tidemark.metric.StandardAge;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds what changed between a period and the one that it is compared with, and whether it usually changes as much.
///
/// Every number that adds is looked at, and every change that was tested is handed on: of many numbers one or other
/// changes unusually by chance.
final class Changes {
    static final String METHOD = "usual_variation/3";

    private static final double SMALLEST = 0.10;
    private static final int MOST_EARLIER = 12;

    private static final Sentence UP = Sentence.of("change_up", "{metric} up {size}");
    private static final Sentence DOWN = Sentence.of("change_down", "{metric} down {size}");
    private static final Sentence AMOUNTS = Sentence.of("change_amounts", "{value} against {base} before");
    private static final Sentence AMOUNTS_AT_AGE =
            Sentence.of("change_amounts_at_age", "{value} against {base} before, each post at the age of {age}");
    private static final Sentence UNUSUAL = Sentence.of(
            "change_unusual",
            "{change} ({amounts}): more than such numbers usually change, which is by {down} to {up}.");
    private static final Sentence ONE_OF_MANY = Sentence.of(
            "change_one_of_many",
            "{change} ({amounts}): more than the usual {down} to {up}, but of {tested} numbers looked at one or other does"
                    + " so by chance.");
    private static final Sentence WITHIN = Sentence.of(
            "change_within_variation", "{change} ({amounts}): within normal variation, which is {down} to {up}.");
    private static final Sentence SHORT_HISTORY = Sentence.of(
            "change_short_history",
            "{change} ({amounts}). Too little came before to say whether that is more than usual.");

    private final OverviewAnswer overview;
    private final Compared compared;
    private final Instant now;

    Changes(OverviewAnswer overview, Compared compared, Instant now) {
        this.overview = overview;
        this.compared = compared;
        this.now = now;
    }

    /// What an earlier stretch of days adds up to; `NaN` where that is not known.
    interface Totals {
        double sum(Metric metric, LocalDate from, int days);
    }

    /// What is compared, and what came before it.
    ///
    /// @param answers by key of the metric
    /// @param age at which each post is counted, null where all of its activity is
    /// @param before the first day of the period compared with
    /// @param length days of a stretch; 0 where what came before does not compare
    record Compared(
            Map<String, MetricAnswer> answers, @Nullable StandardAge age, LocalDate before, int length, Totals totals) {
        /// The metrics whose change may be judged.
        List<Metric> metrics() {
            return Arrays.stream(Metric.values())
                    .filter(metric -> metric.kind().adds() && comparable(metric) != null)
                    .toList();
        }

        private @Nullable MetricAnswer comparable(Metric metric) {
            MetricAnswer answer = answers.get(metric.key());
            return answer == null || !(answer.changeStatus() == ChangeStatus.OK || isCollapse(answer)) ? null : answer;
        }

        /// That hardly anything is left of much is no noise, however rough its percentage.
        private static boolean isCollapse(MetricAnswer answer) {
            Double base = answer.previous();
            return answer.changeStatus() == ChangeStatus.SMALL_BASE
                    && answer.changeRatio() != null
                    && base != null
                    && !Change.isFew(base);
        }
    }

    private record Candidate(
            Metric metric,
            MetricAnswer answer,
            Sizes sizes,
            @Nullable VariationTest test,
            int earlier) {
        boolean isLarge() {
            return Math.abs(sizes.ratio()) >= SMALLEST;
        }
    }

    private record Sizes(double value, double base, double ratio) {}

    List<Finding> all() {
        List<Candidate> candidates = new ArrayList<>();
        for (Metric metric : compared.metrics()) {
            MetricAnswer answer = compared.comparable(metric);
            if (answer != null) {
                add(metric, answer, candidates);
            }
        }
        int tested = Math.toIntExact(
                candidates.stream().filter(one -> one.test() != null).count());
        return candidates.stream()
                .filter(one -> one.test() != null || one.isLarge())
                .map(one -> finding(one, tested))
                .toList();
    }

    private Finding finding(Candidate of, int tested) {
        VariationTest test = of.test();
        if (test == null) {
            return new Finding.Fact(insight(of, Verdict.SHORT_HISTORY, tested));
        }
        if (!of.isLarge()) {
            return new Finding.Claim(test.p(), null, null);
        }
        Verdict fallen = test.isUnusual() ? Verdict.ONE_OF_MANY : Verdict.WITHIN_NORMAL_VARIATION;
        Insight falls = insight(of, fallen, tested);
        // What is not unusual by itself is not so among others either.
        return new Finding.Claim(test.p(), test.isUnusual() ? insight(of, Verdict.UNUSUAL, tested) : null, falls);
    }

    private void add(Metric metric, MetricAnswer answer, List<Candidate> candidates) {
        Double value = answer.compared();
        Double base = answer.previous();
        Double ratio = answer.changeRatio();
        if (value != null && base != null && ratio != null) {
            double[] earlier = earlier(metric, base);
            VariationTest test = earlier.length < VariationTest.FEWEST_CHANGES
                    ? null
                    : VariationTest.of(VariationTest.logChange(value, base), earlier);
            candidates.add(new Candidate(metric, answer, new Sizes(value, base, ratio), test, earlier.length));
        }
    }

    /// The changes between stretches of the same length before the one compared with, the latest first, as far back as
    /// all is known.
    private double[] earlier(Metric metric, double base) {
        if (compared.length() == 0) {
            return new double[0];
        }
        double[] changes = new double[MOST_EARLIER];
        double later = base;
        LocalDate from = compared.before();
        for (int i = 0; i < MOST_EARLIER; i++) {
            from = from.minusDays(compared.length());
            double sum = compared.totals().sum(metric, from, compared.length());
            if (Double.isNaN(sum)) {
                return Arrays.copyOf(changes, i);
            }
            changes[i] = VariationTest.logChange(later, sum);
            later = sum;
        }
        return changes;
    }

    private enum Verdict {
        SHORT_HISTORY,
        UNUSUAL,
        ONE_OF_MANY,
        WITHIN_NORMAL_VARIATION;

        InsightType type() {
            return switch (this) {
                case SHORT_HISTORY -> InsightType.UNTESTED_CHANGE;
                case UNUSUAL -> InsightType.CHANGE;
                case ONE_OF_MANY, WITHIN_NORMAL_VARIATION -> InsightType.WITHIN_VARIATION;
            };
        }
    }

    private Insight insight(Candidate of, Verdict verdict, int tested) {
        Sizes sizes = of.sizes();
        Said direction = (sizes.ratio() > 0 ? UP : DOWN)
                .said(Map.of("metric", Value.metric(of.metric()), "size", Value.percent(Math.abs(sizes.ratio()))));
        return new Insight(
                verdict.type(),
                direction,
                text(direction, amounts(sizes), verdict, of.test(), tested),
                of.metric().key(),
                null,
                overview.period().from(),
                null,
                evidence(of, verdict));
    }

    private Said amounts(Sizes sizes) {
        Value value = Value.count(sizes.value());
        Value base = Value.count(sizes.base());
        StandardAge age = compared.age();
        return age == null
                ? AMOUNTS.said(Map.of("value", value, "base", base))
                : AMOUNTS_AT_AGE.said(Map.of("value", value, "base", base, "age", Value.span(age.hours())));
    }

    private static Said text(Said direction, Said amounts, Verdict verdict, @Nullable VariationTest test, int tested) {
        Value change = Value.clause(direction);
        Value against = Value.clause(amounts);
        if (test == null) {
            return SHORT_HISTORY.said(Map.of("change", change, "amounts", against));
        }
        // Halved and doubled are as far from usual: both ends are said, since as percentages they differ.
        Value down = Value.signedPercent(Math.expm1(-test.usualSize()));
        Value up = Value.signedPercent(Math.expm1(test.usualSize()));
        return switch (verdict) {
            case UNUSUAL -> UNUSUAL.said(Map.of("change", change, "amounts", against, "down", down, "up", up));
            case ONE_OF_MANY ->
                ONE_OF_MANY.said(Map.of(
                        "change", change, "amounts", against, "down", down, "up", up, "tested", Value.count(tested)));
            case SHORT_HISTORY, WITHIN_NORMAL_VARIATION ->
                WITHIN.said(Map.of("change", change, "amounts", against, "down", down, "up", up));
        };
    }

    private Evidence evidence(Candidate of, Verdict verdict) {
        VariationTest test = of.test();
        EvidenceStatus status = verdict != Verdict.UNUSUAL
                ? EvidenceStatus.NOT_ENOUGH_DATA
                : of.answer().provisional() ? EvidenceStatus.PROVISIONAL : EvidenceStatus.OK;
        return new Evidence(
                of.sizes().ratio(),
                test == null ? null : Math.expm1(test.logChange() - test.usualSize()),
                test == null ? null : Math.expm1(test.logChange() + test.usualSize()),
                test == null ? null : VariationTest.LEVEL,
                of.earlier(),
                test == null ? null : test.freedom(),
                of.answer().coverage(),
                // Only what is settled on both sides, or of equal age, is compared.
                0,
                now,
                METHOD,
                status,
                verdict.name().toLowerCase(Locale.ROOT));
    }
}
