package io.tidemark.analytics.insight.performance;

import io.tidemark.analytics.statistics.BetaPrior;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Posts among which it is looked what rate is usual.
final class RatePool {
    private static final int FIRST_CAPACITY = 32;

    private final FairRanking.Pool kind;
    private double[] parts = new double[FIRST_CAPACITY];
    private double[] wholes = new double[FIRST_CAPACITY];
    private int size;
    private @Nullable BetaPrior prior;
    private boolean fitted;

    RatePool(FairRanking.Pool kind) {
        this.kind = kind;
    }

    FairRanking.Pool kind() {
        return kind;
    }

    int size() {
        return size;
    }

    void add(double part, double whole) {
        if (size == parts.length) {
            parts = Arrays.copyOf(parts, size * 2);
            wholes = Arrays.copyOf(wholes, size * 2);
        }
        parts[size] = part;
        wholes[size++] = whole;
    }

    /// Null where the pool does not tell. Fitted when first asked for, after all posts are in.
    @Nullable
    BetaPrior prior(double actsPerPerson) {
        if (!fitted) {
            prior = BetaPrior.fit(Arrays.copyOf(parts, size), Arrays.copyOf(wholes, size), actsPerPerson);
            fitted = true;
        }
        return prior;
    }
}
