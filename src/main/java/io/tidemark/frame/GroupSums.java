package io.tidemark.frame;

/// A metric added up per group of a [Grouping].
public final class GroupSums {
    private final double[] sums;
    private final int[] reporting;

    GroupSums(double[] sums, int[] reporting) {
        this.sums = sums;
        this.reporting = reporting;
    }

    /// The sum over the rows that report the metric: 0 where none does, which [#reporting] tells from a true 0.
    public double sum(int group) {
        return sums[group];
    }

    /// How many rows of the group report the metric.
    public int reporting(int group) {
        return reporting[group];
    }
}
