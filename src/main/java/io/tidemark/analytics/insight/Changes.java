package io.tidemark.analytics.insight;

import io.tidemark.analytics.ChangeStatus;
import io.tidemark.analytics.ComparisonAnswer;
import io.tidemark.analytics.MetricAnswer;
import io.tidemark.analytics.OverviewAnswer;
import io.tidemark.metric.Metric;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds what changed between a period and the one that it is compared with, and whether it usually changes as much.
final class Changes {
    static final String METHOD = "usual_variation/1";

    private static final double SMALLEST = 0.10;
    private static final int MOST_EARLIER = 12;

    private final OverviewAnswer overview;
    private final @Nullable DailyTotals days;
    private final Instant now;

    /// @param days null where there is no activity by day
    Changes(OverviewAnswer overview, @Nullable DailyTotals days, Instant now) {
        this.overview = overview;
        this.days = days;
        this.now = now;
    }

    Optional<Insight> of(Metric metric) {
        MetricAnswer answer = overview.metrics().get(metric.key());
        if (answer == null || answer.changeStatus() != ChangeStatus.OK) {
            return Optional.empty();
        }
        Double value = answer.compared();
        Double base = answer.previous();
        Double ratio = answer.changeRatio();
        if (value == null || base == null || ratio == null || Math.abs(ratio) < SMALLEST) {
            return Optional.empty();
        }
        double[] earlier = earlier(metric, base);
        VariationTest test = earlier.length < VariationTest.FEWEST_CHANGES
                ? null
                : VariationTest.of(VariationTest.logChange(value, base), earlier);
        return Optional.of(insight(metric, answer, new Sizes(value, base, ratio), test, earlier.length));
    }

    private record Sizes(double value, double base, double ratio) {}

    /// The changes between stretches of the same length before the one compared with, the latest first, as far back as
    /// every day is known.
    private double[] earlier(Metric metric, double base) {
        ComparisonAnswer comparison = overview.comparison();
        Integer length = comparison == null ? null : comparison.previousDays();
        if (days == null
                || comparison == null
                || length == null
                || !length.equals(comparison.days())
                || !isAdjacent()) {
            return new double[0];
        }
        double[] changes = new double[MOST_EARLIER];
        double later = base;
        LocalDate from = comparison.from();
        for (int i = 0; i < MOST_EARLIER; i++) {
            from = from.minusDays(length);
            double sum = days.sum(metric, from, length);
            if (Double.isNaN(sum)) {
                return Arrays.copyOf(changes, i);
            }
            changes[i] = VariationTest.logChange(later, sum);
            later = sum;
        }
        return changes;
    }

    private boolean isAdjacent() {
        ComparisonAnswer comparison = overview.comparison();
        return comparison != null
                && comparison.to().plusDays(1).equals(overview.period().from());
    }

    private Insight insight(
            Metric metric, MetricAnswer answer, Sizes sizes, @Nullable VariationTest test, int earlier) {
        InsightType type = test == null
                ? InsightType.UNTESTED_CHANGE
                : test.isUnusual() ? InsightType.CHANGE : InsightType.WITHIN_VARIATION;
        String direction = "%s %s %.0f %%"
                .formatted(metric.title(), sizes.ratio() > 0 ? "up" : "down", Math.abs(sizes.ratio()) * 100);
        String amounts = String.format(Locale.ROOT, "%,.0f against %,.0f before", sizes.value(), sizes.base());
        return new Insight(
                type,
                direction,
                "%s (%s)%s".formatted(direction, amounts, verdict(test)),
                metric.key(),
                null,
                overview.period().from(),
                null,
                evidence(answer, sizes, test, earlier));
    }

    private static String verdict(@Nullable VariationTest test) {
        if (test == null) {
            return ". Too little came before to say whether that is more than usual.";
        }
        String usual = "%.0f %%".formatted(Math.expm1(test.usualSize()) * 100);
        return test.isUnusual()
                ? ": more than such numbers usually change, which is by up to %s.".formatted(usual)
                : ": within normal variation, which is up to %s.".formatted(usual);
    }

    private Evidence evidence(MetricAnswer answer, Sizes sizes, @Nullable VariationTest test, int earlier) {
        EvidenceStatus status = test == null || !test.isUnusual()
                ? EvidenceStatus.NOT_ENOUGH_DATA
                : answer.provisional() ? EvidenceStatus.PROVISIONAL : EvidenceStatus.OK;
        String reason = test == null ? "short_history" : test.isUnusual() ? "unusual" : "within_normal_variation";
        return new Evidence(
                sizes.ratio(),
                test == null ? null : Math.expm1(test.logChange() - test.usualSize()),
                test == null ? null : Math.expm1(test.logChange() + test.usualSize()),
                test == null ? null : VariationTest.LEVEL,
                earlier,
                test == null ? null : test.freedom(),
                answer.coverage(),
                // Only days that are settled on both sides are compared.
                0,
                now,
                METHOD,
                status,
                reason);
    }
}
