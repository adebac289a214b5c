package io.tidemark.analytics.insight;

import java.util.Arrays;
import java.util.Comparator;

/// A list of findings of which no more than a share is expected to be wrong (the s-value of Stephens, 2017).
final class FalseDiscovery {
    private FalseDiscovery() {}

    /// The longest list of the surest findings whose mean probability of being wrong stays within a rate.
    ///
    /// @param wrong the probability of each finding to be wrong
    /// @return which are on the list
    static boolean[] list(double[] wrong, double rate) {
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
}
