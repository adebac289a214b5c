package io.tidemark.frame;

/// Of two measures, powers of both added up over the posts of each cell that report both and have something to divide
/// by: what the interval of a ratio of sums needs, without looking at a post again.
///
/// Such an interval weighs a post's residual `n - r d` by its leverage `d / D`, of which neither the ratio `r` nor the
/// total `D` is known before the posts are chosen. With `1 / (1 - x)² = 1 + 2x + 3x² + …` both leave the sum:
/// `Σ (n - r d)² / (1 - d / D)² = Σ_k (k + 1) / D^k (Σ n² d^k - 2 r Σ n d^(k+1) + r² Σ d^(k+2))`.
public final class PairSums {
    /// Powers of the leverage that are kept: eight leave an error of less than 1e-12 where no post has more than a
    /// fortieth of the total.
    private static final int POWERS = 8;
    private static final double TOLERANCE = 1e-12;
    /// Residuals that are a smaller part of what they are the difference of would lose digits.
    private static final double SMALLEST_PART = 1e-4;

    private static final int NUMERATOR = 0;
    private static final int DENOMINATOR = 1;
    private static final int LARGEST = 2;
    private static final int FIRST_POWER = 3;
    private static final int WIDTH = FIRST_POWER + 3 * POWERS;

    private final int[] reporting;
    private final int[] units;
    private final double[] sums;

    /// @param cells how many there are
    public PairSums(int cells) {
        reporting = new int[cells];
        units = new int[cells];
        sums = new double[cells * WIDTH];
    }

    /// Adds a post that reports both measures.
    void add(int cell, double numerator, double denominator) {
        reporting[cell]++;
        if (denominator <= 0) {
            return;
        }
        units[cell]++;
        int at = cell * WIDTH;
        sums[at + NUMERATOR] += numerator;
        sums[at + DENOMINATOR] += denominator;
        sums[at + LARGEST] = Math.max(sums[at + LARGEST], denominator);
        double squared = numerator * numerator;
        double crossed = numerator * denominator;
        double below = denominator * denominator;
        for (int place = at + FIRST_POWER; place < at + WIDTH; place += 3) {
            sums[place] += squared;
            sums[place + 1] += crossed;
            sums[place + 2] += below;
            squared *= denominator;
            crossed *= denominator;
            below *= denominator;
        }
    }

    /// Adds a cell of others to one of these.
    public void add(int cell, PairSums others, int other) {
        reporting[cell] += others.reporting[other];
        units[cell] += others.units[other];
        int at = cell * WIDTH;
        int from = other * WIDTH;
        double largest = Math.max(sums[at + LARGEST], others.sums[from + LARGEST]);
        for (int i = 0; i < WIDTH; i++) {
            sums[at + i] += others.sums[from + i];
        }
        sums[at + LARGEST] = largest;
    }

    /// Posts that report both, also with nothing to divide by.
    public int reporting(int cell) {
        return reporting[cell];
    }

    /// Posts that have something to divide by.
    public int units(int cell) {
        return units[cell];
    }

    public double numerator(int cell) {
        return sums[cell * WIDTH + NUMERATOR];
    }

    public double denominator(int cell) {
        return sums[cell * WIDTH + DENOMINATOR];
    }

    /// The squares of the denominators added up.
    public double squares(int cell) {
        return sums[cell * WIDTH + FIRST_POWER + 2];
    }

    /// The squared residuals about a ratio, each with its leverage, added up.
    ///
    /// @param total that leverages are parts of
    /// @return `NaN` where the sums do not tell them to twelve digits: then it takes the posts
    public double residuals(int cell, double ratio, double total) {
        if (units[cell] == 0) {
            return 0;
        }
        int at = cell * WIDTH;
        double leverage = sums[at + LARGEST] / total;
        if ((POWERS + 1) * Math.pow(leverage, POWERS) > TOLERANCE) {
            return Double.NaN;
        }
        double plain = power(at + FIRST_POWER, ratio);
        if (!(plain > SMALLEST_PART * sums[at + FIRST_POWER])) {
            return Double.NaN;
        }
        double added = plain;
        double scale = 1;
        for (int k = 1; k < POWERS; k++) {
            scale /= total;
            added += (k + 1) * scale * power(at + FIRST_POWER + 3 * k, ratio);
        }
        return added;
    }

    private double power(int place, double ratio) {
        return sums[place] - 2 * ratio * sums[place + 1] + ratio * ratio * sums[place + 2];
    }

    long bytes() {
        return 8L * sums.length + 8L * units.length;
    }
}
