package io.tidemark.analytics.statistics;

import java.util.Arrays;
import java.util.Comparator;

/// A list of findings of which no more than a share is expected to be wrong (the s-value of Stephens, 2017).
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /// The longest list of the surest findings whose mean probability of being wrong stays within a rate.
    ///
    /// @param wrong the probability of each finding to be wrong
    /// @return which are on the list
    public static boolean[] list(double[] wrong, double rate) {
        Integer[] order = new Integer[wrong.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> wrong[i]));
        boolean[] listed = new boolean[wrong.length];
        double sum = 0;
        for (int i = 0; i < order.length; i++) {
            sum += wrong[order[i]];
            if (sum > rate * (i + 1)) {
                break;
            }
            listed[order[i]] = true;
        }
        return listed;
    }

    /// The findings up to the last one, in the order of their p-values, whose p lies within its share of the rate
    /// (Benjamini and Hochberg, 1995).
    ///
    /// @param p the p-value of each finding
    public static boolean[] benjaminiHochberg(double[] p, double rate) {
        double[] sorted = Arrays.stream(p).sorted().toArray();
        double largest = -1;
        for (int i = 0; i < sorted.length; i++) {
            largest = sorted[i] <= rate * (i + 1) / sorted.length ? sorted[i] : largest;
        }
        boolean[] listed = new boolean[p.length];
        for (int i = 0; i < p.length; i++) {
            listed[i] = p[i] <= largest;
        }
        return listed;
    }
}
