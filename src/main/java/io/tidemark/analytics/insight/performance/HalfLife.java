package io.tidemark.analytics.insight.performance;

import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.statistics.RobustScale;
import io.tidemark.metric.Growing;
import io.tidemark.metric.GrowthCurve;
import io.tidemark.metric.Platform;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The age at which posts of a kind have half of what they settle at.
///
/// The median over posts, on the scale of logarithms, pulled towards what is usual on the platform where
/// posts are few. Posts that had half of it before they were read closely enough count as having lived
/// for less.
///
/// @param hours null where the posts do not tell
/// @param low lower end of its interval
/// @param high upper end
/// @param usual what is usual on the platform
/// @param posts whose half-life is known
/// @param counted settled posts with enough to be halved, however they were followed
/// @param settled all settled posts
/// @param reason stable name of why the status is what it is
record HalfLife(
        @Nullable Double hours,
        @Nullable Double low,
        @Nullable Double high,
        double usual,
        int posts,
        int counted,
        int settled,
        EvidenceStatus status,
        String reason) {
    private static final double FEWEST_COUNTED = 20;
    private static final int FEWEST_POSTS = 5;
    private static final int ENOUGH_POSTS = 10;
    /// Of the logarithm of half-lives between accounts (0.4²).
    private static final double VARIANCE_OF_ACCOUNTS = 0.16;

    private static final double SMALLEST_VARIANCE = 0.1;
    private static final double TWO_SIDED = 1.6448536269514722;
    /// Of two ages next to each other, the older over the younger.
    private static final double WIDEST_GAP = 4;

    /// Of the usual half-life, up to which a post has to have been read closely for the first time.
    private static final double EARLY = 0.6;

    private static final int BISECTIONS = 60;

    static HalfLife of(Platform platform, List<SettledPost> settled) {
        double usual = usual(platform);
        double[] found = new double[settled.size()];
        int known = 0;
        int earlier = 0;
        int counted = 0;
        for (SettledPost post : settled) {
            counted += post.total() >= FEWEST_COUNTED ? 1 : 0;
            double half = logOfHalf(post, usual * EARLY);
            if (half == Double.NEGATIVE_INFINITY) {
                earlier++;
            } else if (!Double.isNaN(half)) {
                found[known++] = half;
            }
        }
        if (known < FEWEST_POSTS || earlier >= known) {
            boolean enough = counted >= ENOUGH_POSTS;
            return new HalfLife(
                    null,
                    null,
                    null,
                    usual,
                    known,
                    counted,
                    settled.size(),
                    EvidenceStatus.NOT_ENOUGH_DATA,
                    enough ? "read_too_rarely" : "too_few_posts");
        }
        double[] logs = Arrays.copyOf(found, known);
        double[] all = Arrays.copyOf(found, known + earlier);
        Arrays.fill(all, known, all.length, Double.NEGATIVE_INFINITY);
        double noise = Math.max(variance(logs), SMALLEST_VARIANCE) / known;
        double weight = VARIANCE_OF_ACCOUNTS / (VARIANCE_OF_ACCOUNTS + noise);
        double log = weight * RobustScale.median(all) + (1 - weight) * Math.log(usual);
        double spread = TWO_SIDED * Math.sqrt(weight * noise);
        boolean enough = known >= ENOUGH_POSTS;
        return new HalfLife(
                Math.exp(log),
                Math.exp(log - spread),
                Math.exp(log + spread),
                usual,
                known,
                counted,
                settled.size(),
                enough ? EvidenceStatus.OK : EvidenceStatus.PROVISIONAL,
                enough ? "ok" : "few_posts");
    }

    /// The logarithm of the age at which a post had half of its total: minus infinity where that was
    /// before it was followed, `NaN` where it has too little to be halved, was not followed from early on,
    /// or nobody knows.
    private static double logOfHalf(SettledPost post, double early) {
        float[] counts = post.counts();
        double half = post.total() / 2;
        if (counts == null || post.total() < FEWEST_COUNTED) {
            return Double.NaN;
        }
        int before = -1;
        for (int j = 0; j < counts.length; j++) {
            if (!Float.isNaN(counts[j])) {
                if (before < 0 && Growing.knot(j) > early) {
                    return Double.NaN;
                }
                if (counts[j] >= half) {
                    return before < 0 ? Double.NEGATIVE_INFINITY : between(before, j, counts, half);
                }
                before = j;
            }
        }
        return Double.NaN;
    }

    /// Between knots linear in the logarithm of the age; `NaN` where they lie too far apart to tell.
    private static double between(int before, int after, float[] counts, double half) {
        if (Growing.knot(after) > WIDEST_GAP * Growing.knot(before)) {
            return Double.NaN;
        }
        double from = Math.log(Growing.knot(before));
        double to = Math.log(Growing.knot(after));
        return from + (half - counts[before]) / (counts[after] - counts[before]) * (to - from);
    }

    /// The half-life of the shipped curve: half of what it comes to by the age at which posts count as
    /// settled.
    private static double usual(Platform platform) {
        GrowthCurve curve = GrowthCurve.of(platform);
        double high = Growing.settledAt(platform);
        double half = curve.fraction(high) / 2;
        double low = 0;
        for (int step = 0; step < BISECTIONS; step++) {
            double middle = (low + high) / 2;
            if (curve.fraction(middle) < half) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double variance(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.length - 1);
    }
}
