package io.tidemark.analytics.insight;

import java.util.Arrays;

/// What the posts of an account reached, for those that report it.
///
/// @param rows of the post frame, in order of publication
/// @param parts the metric itself, or a rate's numerator
/// @param wholes 1, or a rate's denominator: parts over wholes is what people read
/// @param logs what the model explains
/// @param weights 1, less where a post is still growing
/// @param young how many posts may still be revised
public record Responses(int[] rows, double[] parts, double[] wholes, double[] logs, double[] weights, int young) {
    public static Responses none() {
        return cut(new int[0], new double[0], new double[0], new double[0], new double[0], 0, 0);
    }

    public int size() {
        return rows.length;
    }

    /// The first ones of arrays that were made for more posts than report the metric.
    static Responses cut(
            int[] rows, double[] parts, double[] wholes, double[] logs, double[] weights, int young, int n) {
        return new Responses(
                Arrays.copyOf(rows, n),
                Arrays.copyOf(parts, n),
                Arrays.copyOf(wholes, n),
                Arrays.copyOf(logs, n),
                Arrays.copyOf(weights, n),
                young);
    }
}
