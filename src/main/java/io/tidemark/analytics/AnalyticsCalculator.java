package io.tidemark.analytics;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.Engagements;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Response;
import io.tidemark.metric.Subject;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// The arithmetic of all derived numbers, as pure functions of columns: one value per item (a post, or an account's
/// day), `NaN` where the item does not report it. A missing value is left out and counted as missing; it never becomes
/// zero. Each number is defined in [io.tidemark.metric.Definitions].
///
/// | number | basis on which it has a meaning |
/// |---|---|
/// | engagement, engagement rate, click-through rate, virality | both: of posts, or of what happened on days |
/// | average per post, amplification, applause, conversation | published: activity of a period is of any posts |
/// | percentile rank, time of publication | published |
/// | follower growth | neither: of levels at the ends of a period |
/// | change, interval, comparison of two rates | both |
public final class AnalyticsCalculator {
    private AnalyticsCalculator() {}

    /// Interactions with one post; empty where a term that it must report is missing.
    public static OptionalDouble engagement(
            Engagement engagement, Platform platform, ContentType type, MetricValues values) {
        return Engagements.of(engagement, platform, Subject.POST, type, values::orNaN);
    }

    /// How people responded to one post; empty where a term that it must report is missing, or the platform has none.
    public static OptionalDouble response(Response response, Platform platform, ContentType type, MetricValues values) {
        double sum = response.terms(platform, Subject.POST, type).sumOrNaN((row, metric) -> values.orNaN(metric), 0);
        return Double.isNaN(sum) ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }

    /// A rate of one item, by whatever it is divided; `NaN` where a side is missing or there is nothing to divide by.
    public static double rate(double part, double whole) {
        return whole > 0 ? part / whole : Double.NaN;
    }

    /// Engagement rate, by whatever the denominators are: impressions, reach, video views or followers.
    ///
    /// @param expected whether an item should report both sides
    public static RatioOfSums engagementRate(
            double[] engagements, double[] denominators, Coverage.Unit unit, IntPredicate expected) {
        return ratio(engagements, denominators, unit, expected);
    }

    /// Link clicks per impression; all clicks would count opened pictures and profiles, too.
    public static RatioOfSums clickThroughRate(
            double[] linkClicks, double[] impressions, Coverage.Unit unit, IntPredicate expected) {
        return ratio(linkClicks, impressions, unit, expected);
    }

    /// How often being shown leads to being passed on. It does not grow with the audience, as shares per post do.
    ///
    /// @param amplifications shares, reposts and quotes ([Response#AMPLIFICATION])
    /// @param exposures of the platform's [io.tidemark.metric.Denominator#ofVirality]
    public static RatioOfSums virality(
            double[] amplifications, double[] exposures, Coverage.Unit unit, IntPredicate expected) {
        return ratio(amplifications, exposures, unit, expected);
    }

    /// A metric, or a [Response], per post that reports it.
    public static RatioOfSums averagePerPost(double[] values, IntPredicate expected) {
        double sum = 0;
        int reporting = 0;
        int should = 0;
        for (int i = 0; i < values.length; i++) {
            boolean known = !Double.isNaN(values[i]);
            if (known) {
                sum += values[i];
                reporting++;
            }
            should += known || expected.test(i) ? 1 : 0;
        }
        return new RatioOfSums(sum, reporting, new Coverage(Coverage.Unit.POST, reporting, should, values.length));
    }

    /// What accounts gained in followers over a period, per follower at its start.
    ///
    /// @param opening the level of each account before the period, `NaN` where it is not known
    /// @param closing the level at its end, of the same accounts
    public static RatioOfSums followerGrowth(double[] opening, double[] closing) {
        double[] gained = new double[opening.length];
        for (int i = 0; i < gained.length; i++) {
            gained[i] = closing[i] - opening[i];
        }
        return ratio(gained, opening, Coverage.Unit.ACCOUNT, account -> true);
    }

    /// The change of an amount from a base, and what may be read into it.
    public static Change change(
            @Nullable Double value, Coverage coverage, @Nullable Double base, Coverage baseCoverage) {
        return Change.of(value, coverage, base, baseCoverage);
    }

    /// The confidence interval of a ratio of sums; items that lack a side, or have nothing to divide by, are left out.
    public static Optional<RatioInterval> interval(double[] numerators, double[] denominators, double level) {
        Pairs pairs = Pairs.of(numerators, denominators);
        return RatioInterval.of(pairs.above, pairs.below, level);
    }

    /// Whether a rate has changed between two sets of items.
    public static Optional<RateComparison> compare(
            double[] before, double[] beforeBelow, double[] after, double[] afterBelow, double level) {
        Pairs first = Pairs.of(before, beforeBelow);
        Pairs second = Pairs.of(after, afterBelow);
        return RateComparison.of(first.above, first.below, second.above, second.below, level);
    }

    /// A metric by weekday and hour of publication.
    public static TimeTable byTime(long[] publishedAt, double[] values, ZoneId zone) {
        return TimeTable.of(publishedAt, values, zone);
    }

    /// For each post of an account, the share of its other posts that lie below it, ties counted half: 1 for the best,
    /// 0 for the last, `NaN` for one that does not report the metric and for one that stands alone.
    public static double[] percentileRanks(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double[] ranks = new double[values.length];
        for (int i = 0; i < ranks.length; i++) {
            if (Double.isNaN(values[i]) || sorted.length < 2) {
                ranks[i] = Double.NaN;
                continue;
            }
            int below = firstAtLeast(sorted, values[i]);
            int upTo = firstAtLeast(sorted, Math.nextUp(values[i]));
            ranks[i] = (below + (upTo - below - 1) / 2.0) / (sorted.length - 1);
        }
        return ranks;
    }

    private static int firstAtLeast(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Any ratio of sums over the items that report both sides.
    static RatioOfSums ratio(double[] numerators, double[] denominators, Coverage.Unit unit, IntPredicate expected) {
        refuseUnequal(numerators, denominators);
        double above = 0;
        double below = 0;
        int reporting = 0;
        int should = 0;
        for (int i = 0; i < numerators.length; i++) {
            boolean both = !Double.isNaN(numerators[i]) && !Double.isNaN(denominators[i]);
            if (both) {
                above += numerators[i];
                below += denominators[i];
                reporting++;
            }
            should += both || expected.test(i) ? 1 : 0;
        }
        return new RatioOfSums(above, below, new Coverage(unit, reporting, should, numerators.length));
    }

    private static void refuseUnequal(double[] one, double[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException("Columns of " + one.length + " and " + other.length + " items");
        }
    }

    /// The items with both sides and something to divide by.
    private static final class Pairs {
        private final double[] above;
        private final double[] below;

        private Pairs(double[] above, double[] below) {
            this.above = above;
            this.below = below;
        }

        private static Pairs of(double[] numerators, double[] denominators) {
            refuseUnequal(numerators, denominators);
            double[] above = new double[numerators.length];
            double[] below = new double[numerators.length];
            int kept = 0;
            for (int i = 0; i < numerators.length; i++) {
                if (!Double.isNaN(numerators[i]) && denominators[i] > 0) {
                    above[kept] = numerators[i];
                    below[kept++] = denominators[i];
                }
            }
            return new Pairs(Arrays.copyOf(above, kept), Arrays.copyOf(below, kept));
        }
    }
}
