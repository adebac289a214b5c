package io.tidemark.analytics.insight.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/// Tells values that lie too far off from the rest, without having to know how many there are
/// (generalised extreme studentised deviate, Rosner, 1983; with median and median distance as
/// Hochenbaum, Vallis and Kejariwal, 2017).
///
/// The value farthest off is taken away again and again, up to a tenth of all. The largest number of
/// values of which the last taken away was still too far off is the answer.
final class OutlierTest {
    private static final double LEVEL = 0.05;
    private static final double MOST = 0.1;

    private OutlierTest() {}

    /// Where the middle of values lies, and how far they usually are from it.
    interface Spread {
        double centre(double[] values);

        double scale(double[] values);
    }

    /// One value taken away.
    ///
    /// @param index of the value
    /// @param distance in scales, from the middle of what was left
    /// @param bound that a distance has to exceed
    record Step(int index, double distance, double bound) {}

    /// The steps, a tenth of the known values; none where these have no scale.
    static List<Step> steps(double[] values, Spread spread) {
        double[] left = values.clone();
        int n = Known.count(values);
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i <= (int) (MOST * n); i++) {
            double[] known = Known.of(left);
            double centre = spread.centre(known);
            double scale = spread.scale(known);
            int farthest = farthest(left, centre);
            if (!(scale > 0)) {
                break;
            }
            steps.add(new Step(farthest, Math.abs(left[farthest] - centre) / scale, bound(n, i)));
            left[farthest] = Double.NaN;
        }
        return steps;
    }

    /// The indices of the outliers, ascending.
    static int[] outliers(List<Step> steps) {
        int last = 0;
        for (int i = 0; i < steps.size(); i++) {
            last = steps.get(i).distance() > steps.get(i).bound() ? i + 1 : last;
        }
        int[] found = steps.stream().limit(last).mapToInt(Step::index).toArray();
        Arrays.sort(found);
        return found;
    }

    private static int farthest(double[] values, double centre) {
        int found = -1;
        double most = -1;
        for (int i = 0; i < values.length; i++) {
            double distance = Math.abs(values[i] - centre);
            if (distance > most) {
                most = distance;
                found = i;
            }
        }
        return found;
    }

    private static double bound(int n, int i) {
        double t = TDistribution.of(n - i - 1.0).inverseCumulativeProbability(1 - LEVEL / (2 * (n - i + 1.0)));
        return (n - i) * t / Math.sqrt((n - i - 1 + t * t) * (n - i + 1));
    }
}
