package io.tidemark.analytics.insight.effect;

import io.tidemark.analytics.statistics.NormalEquations;

/// Finds columns that say hardly anything which those before them do not say already, such as a link in the text where
/// all posts with a link count as link posts. Kept, such a column would make both unknowable.
final class Redundancy {
    /// The part of its own variance that a column has to keep (a variance inflation of 20).
    private static final double LEAST_OWN_PART = 0.05;

    private Redundancy() {}

    /// @param sums of a design, in which the columns stand in order of precedence
    /// @param first the first column that may be given up
    static boolean[] of(NormalEquations sums, double[] ridge, int first) {
        int columns = ridge.length;
        boolean[] redundant = new boolean[columns];
        // A Cholesky root that passes over what is given up.
        double[][] root = new double[columns][columns];
        for (int i = 0; i < columns; i++) {
            double own = sums.left(i, i) + ridge[i];
            for (int j = 0; j < i; j++) {
                if (!redundant[j]) {
                    double rest = sums.left(i, j);
                    for (int k = 0; k < j; k++) {
                        rest -= root[i][k] * root[j][k];
                    }
                    root[i][j] = rest / root[j][j];
                    own -= root[i][j] * root[i][j];
                }
            }
            redundant[i] = i >= first && own < LEAST_OWN_PART * variance(sums, i);
            root[i][i] = redundant[i] ? 0 : Math.sqrt(own);
        }
        return redundant;
    }

    /// Of a column of zeros and ones, summed over the posts.
    private static double variance(NormalEquations sums, int column) {
        double ones = sums.left(column, column);
        return ones - ones * ones / sums.weight();
    }
}
