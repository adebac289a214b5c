package io.tidemark.analytics.insight.effect;

import org.jspecify.annotations.Nullable;

/// Something of posts that may make a difference.
///
/// @param contrast null where too few posts have it, or have it not, to look at it
record Candidate(
        EffectKind kind,
        String key,
        String name,
        int with,
        int without,
        @Nullable Contrast contrast) {
    /// Fewer posts are not looked at.
    static final int FEWEST = 5;

    /// A sum of coefficients.
    ///
    /// @param columns negative where there is no column, since the level is that against which others are set
    record Contrast(int[] columns, double[] factors) {
        static Contrast of(int column) {
            return new Contrast(new int[] {column}, new double[] {1});
        }

        double[] over(int allColumns) {
            double[] whole = new double[allColumns];
            for (int i = 0; i < columns.length; i++) {
                if (columns[i] >= 0) {
                    whole[columns[i]] += factors[i];
                }
            }
            return whole;
        }
    }

    static boolean isEnough(int with, int without) {
        return with >= FEWEST && without >= FEWEST;
    }

    /// Whether a model could not tell it from something else.
    boolean isRedundant(EffectModel model) {
        return contrast != null && contrast.columns().length == 1 && model.isRedundant(contrast.columns()[0]);
    }

    /// Over all columns of a design.
    ///
    /// @throws IllegalStateException where it is not looked at
    double[] contrastOver(int columns) {
        if (contrast == null) {
            throw new IllegalStateException(key + " is not looked at");
        }
        return contrast.over(columns);
    }

    /// How many posts it takes before it is looked at.
    int missing() {
        return Math.max(FEWEST - Math.min(with, without), 0);
    }
}
