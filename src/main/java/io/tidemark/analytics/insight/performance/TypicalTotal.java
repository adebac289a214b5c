package io.tidemark.analytics.insight.performance;

import io.tidemark.analytics.statistics.RobustScale;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What posts of a kind usually settle at, on the scale of `ln(count + 1/2)`.
///
/// @param mean the median of settled posts, pulled towards that of the whole account where they are few
/// @param sd between posts
/// @param posts how many settled posts it rests on
public record TypicalTotal(double mean, double sd, int posts) {
    /// Posts that the account as a whole is worth.
    private static final double PULL = 5;

    private static final double SMALLEST_SD = 0.3;
    /// Before two posts are known.
    private static final double USUAL_SD = 0.9;

    /// @param wider what is typical of the whole account; null where this is the whole
    /// @return null where no post has settled, and nothing wider is known
    public static @Nullable TypicalTotal of(List<SettledPost> settled, @Nullable TypicalTotal wider) {
        int count = settled.size();
        if (count == 0) {
            return wider == null ? null : new TypicalTotal(wider.mean, wider.sd, 0);
        }
        double[] logs = new double[count];
        for (int i = 0; i < count; i++) {
            logs[i] = Math.log(settled.get(i).total() + LearnedCurve.OFFSET);
        }
        double own = RobustScale.median(logs);
        double sd = sd(logs);
        if (wider == null) {
            return new TypicalTotal(own, Double.isNaN(sd) ? USUAL_SD : sd, count);
        }
        double weight = count / (count + PULL);
        return new TypicalTotal(weight * own + (1 - weight) * wider.mean, Double.isNaN(sd) ? wider.sd : sd, count);
    }

    /// Half of it such that single posts that went far do not set it; `NaN` for a single post.
    private static double sd(double[] logs) {
        if (logs.length < 2) {
            return Double.NaN;
        }
        double mean = 0;
        for (double value : logs) {
            mean += value / logs.length;
        }
        double squares = 0;
        for (double value : logs) {
            squares += (value - mean) * (value - mean);
        }
        return Math.max((Math.sqrt(squares / (logs.length - 1)) + RobustScale.of(logs)) / 2, SMALLEST_SD);
    }

    /// The count itself.
    public double count() {
        return Math.exp(mean) - LearnedCurve.OFFSET;
    }
}
