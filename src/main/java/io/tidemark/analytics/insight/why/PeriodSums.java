package io.tidemark.analytics.insight.why;

import java.util.Arrays;

/// What the posts of one period add up to, by cell. Numbers of posts are fractions where posts are weighed.
final class PeriodSums {
    /// Posts published in the period.
    final double[] published;
    /// Of these, those that have reached the age of the comparison.
    final double[] ofAge;
    /// Of these, those whose value is known.
    final double[] reporting;
    /// Of these, those whose exposure is known too.
    final double[] exposed;
    /// What these were shown.
    final double[] exposures;
    /// What the reporting posts have.
    final double[] values;

    PeriodSums(int cells) {
        published = new double[cells];
        ofAge = new double[cells];
        reporting = new double[cells];
        exposed = new double[cells];
        exposures = new double[cells];
        values = new double[cells];
    }

    int cells() {
        return published.length;
    }

    void clear() {
        for (double[] sums : all()) {
            Arrays.fill(sums, 0);
        }
    }

    /// Posts of one kind: all published, and beside that what [PostKind] says.
    void add(int cell, PostKind kind, double posts, double value, double exposure) {
        published[cell] += posts;
        ofAge[cell] += kind.isOfAge() ? posts : 0;
        reporting[cell] += kind.isReporting() ? posts : 0;
        exposed[cell] += kind == PostKind.EXPOSED ? posts : 0;
        exposures[cell] += exposure;
        values[cell] += value;
    }

    void scale(double factor) {
        for (double[] sums : all()) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] *= factor;
            }
        }
    }

    private double[][] all() {
        return new double[][] {published, ofAge, reporting, exposed, exposures, values};
    }

    static double total(double[] sums) {
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        return total;
    }
}
