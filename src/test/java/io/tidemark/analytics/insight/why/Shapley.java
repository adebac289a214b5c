package io.tidemark.analytics.insight.why;

/// The Shapley values of four factors, posts, share, exposure per post and value per exposure: what each adds on
/// average over all orders in which the factors can go from one period to the other. Slow, and an independent check.
final class Shapley {
    private static final int FACTORS = 4;

    private Shapley() {}

    /// @param before by cell with posts and exposures in both periods: posts, exposures, values
    static double[] of(double[][] before, double[][] after) {
        double[][] factors0 = factors(before);
        double[][] factors1 = factors(after);
        double[] sums = new double[FACTORS];
        int orders = permute(new int[FACTORS], 0, 0, factors0, factors1, sums);
        for (int i = 0; i < FACTORS; i++) {
            sums[i] /= orders;
        }
        return sums;
    }

    private static int permute(int[] order, int placed, int used, double[][] from, double[][] to, double[] sums) {
        if (placed == FACTORS) {
            int moved = 0;
            double last = product(from, to, moved);
            for (int factor : order) {
                moved |= 1 << factor;
                double next = product(from, to, moved);
                sums[factor] += next - last;
                last = next;
            }
            return 1;
        }
        int orders = 0;
        for (int factor = 0; factor < FACTORS; factor++) {
            if ((used & 1 << factor) == 0) {
                order[placed] = factor;
                orders += permute(order, placed + 1, used | 1 << factor, from, to, sums);
            }
        }
        return orders;
    }

    /// @param moved bits of the factors that are those of the second period
    private static double product(double[][] from, double[][] to, int moved) {
        double sum = 0;
        for (int cell = 0; cell < from.length; cell++) {
            double product = 1;
            for (int factor = 0; factor < FACTORS; factor++) {
                product *= (moved & 1 << factor) == 0 ? from[cell][factor] : to[cell][factor];
            }
            sum += product;
        }
        return sum;
    }

    private static double[][] factors(double[][] sums) {
        double posts = 0;
        for (double[] cell : sums) {
            posts += cell[0];
        }
        double[][] factors = new double[sums.length][];
        for (int i = 0; i < sums.length; i++) {
            double[] cell = sums[i];
            factors[i] = new double[] {posts, cell[0] / posts, cell[1] / cell[0], cell[2] / cell[1]};
        }
        return factors;
    }
}
