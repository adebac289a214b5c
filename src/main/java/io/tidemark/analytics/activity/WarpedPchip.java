package io.tidemark.analytics.activity;

import java.util.Arrays;

/// Monotone cubic Hermite interpolation of a counter over a warped axis, on which a post is expected to grow
/// evenly ([io.tidemark.metric.GrowthCurve#fraction], or plain time where the post's birth is unknown).
///
/// Slopes after Fritsch and Carlson (1980) with the three-point ends, as in SciPy's `PchipInterpolator`:
/// between two readings an estimate never leaves what they say.
final class WarpedPchip {
    /// Readings closer than this on the axis are one: the later counts.
    private static final double SAME = 1e-12;

    private final double[] x;
    private final double[] y;
    private final double[] slopes;

    private WarpedPchip(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        slopes = slopes(x, y);
    }

    /// @param x ascending, not empty
    static WarpedPchip of(double[] x, double[] y) {
        int kept = 0;
        double[] apart = new double[x.length];
        double[] values = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            if (kept > 0 && x[i] - apart[kept - 1] < SAME) {
                kept--;
            }
            apart[kept] = x[i];
            values[kept++] = y[i];
        }
        return kept == x.length
                ? new WarpedPchip(apart, values)
                : new WarpedPchip(Arrays.copyOf(apart, kept), Arrays.copyOf(values, kept));
    }

    /// The estimate at a place on the axis; outside the knots that of the nearest, since nothing is
    /// extrapolated.
    double at(double place) {
        int last = x.length - 1;
        if (place <= x[0]) {
            return y[0];
        }
        if (place >= x[last]) {
            return y[last];
        }
        int found = Arrays.binarySearch(x, place);
        if (found >= 0) {
            return y[found];
        }
        int k = -found - 2;
        double h = x[k + 1] - x[k];
        double s = (place - x[k]) / h;
        double rest = 1 - s;
        return y[k] * (1 + 2 * s) * rest * rest
                + slopes[k] * h * s * rest * rest
                + y[k + 1] * s * s * (3 - 2 * s)
                - slopes[k + 1] * h * s * s * rest;
    }

    private static double[] slopes(double[] x, double[] y) {
        int n = x.length;
        double[] slopes = new double[n];
        if (n < 2) {
            return slopes;
        }
        double[] widths = new double[n - 1];
        double[] rises = new double[n - 1];
        for (int k = 0; k < n - 1; k++) {
            widths[k] = x[k + 1] - x[k];
            rises[k] = (y[k + 1] - y[k]) / widths[k];
        }
        if (n == 2) {
            Arrays.fill(slopes, rises[0]);
            return slopes;
        }
        for (int k = 1; k < n - 1; k++) {
            slopes[k] = inner(widths[k - 1], widths[k], rises[k - 1], rises[k]);
        }
        slopes[0] = end(widths[0], widths[1], rises[0], rises[1]);
        slopes[n - 1] = end(widths[n - 2], widths[n - 3], rises[n - 2], rises[n - 3]);
        return slopes;
    }

    private static double inner(double before, double after, double riseBefore, double riseAfter) {
        if (riseBefore == 0 || riseAfter == 0 || riseBefore > 0 != riseAfter > 0) {
            return 0;
        }
        double w1 = 2 * after + before;
        double w2 = after + 2 * before;
        return (w1 + w2) / (w1 / riseBefore + w2 / riseAfter);
    }

    private static double end(double width, double next, double rise, double nextRise) {
        double slope = ((2 * width + next) * rise - width * nextRise) / (width + next);
        if (Math.signum(slope) != Math.signum(rise)) {
            return 0;
        }
        boolean turns = Math.signum(rise) != Math.signum(nextRise);
        return turns && Math.abs(slope) > 3 * Math.abs(rise) ? 3 * rise : slope;
    }
}
