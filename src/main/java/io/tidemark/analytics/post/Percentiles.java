package io.tidemark.analytics.post;

import io.tidemark.frame.PostFrame;
import io.tidemark.metric.ContentType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Percentile ranks of some posts within their accounts and content types: one pass over all posts, whatever the number
/// asked for.
final class Percentiles {
    private static final int TYPES = ContentType.values().length;
    private static final int NONE = -1;

    private final PostFrame posts;
    private final IntToDoubleFunction values;
    /// By account and content type, the place of the group among those asked for.
    private final int[] groups;

    private final List<Group> asked = new ArrayList<>();

    private Percentiles(PostNumbers numbers, IntToDoubleFunction values) {
        posts = numbers.view().posts();
        this.values = values;
        groups = new int[numbers.view().accountCount() * TYPES];
        Arrays.fill(groups, NONE);
    }

    /// The rank of each row, null where the row has no value or stands alone.
    static List<@Nullable Percentile> of(PostNumbers numbers, IntToDoubleFunction values, int[] rows) {
        Percentiles percentiles = new Percentiles(numbers, values);
        percentiles.ask(rows);
        percentiles.count();
        List<@Nullable Percentile> found = new ArrayList<>();
        for (int row : rows) {
            double value = values.applyAsDouble(row);
            found.add(
                    Double.isNaN(value)
                            ? null
                            : percentiles
                                    .asked
                                    .get(percentiles.groups[percentiles.cell(row)])
                                    .rank(value));
        }
        return found;
    }

    private void ask(int[] rows) {
        for (int row : rows) {
            if (groups[cell(row)] == NONE) {
                groups[cell(row)] = asked.size();
                asked.add(new Group(Arrays.stream(rows)
                        .filter(other -> cell(other) == cell(row))
                        .mapToDouble(values)
                        .filter(value -> !Double.isNaN(value))
                        .toArray()));
            }
        }
    }

    private void count() {
        for (int row = 0; row < posts.size(); row++) {
            int group = groups[cell(row)];
            if (group != NONE) {
                double value = values.applyAsDouble(row);
                if (!Double.isNaN(value)) {
                    asked.get(group).add(value);
                }
            }
        }
    }

    private int cell(int row) {
        return posts.account(row) * TYPES + posts.contentType(row).ordinal();
    }

    /// The values asked for, with how many of all values lie between and on them.
    private static final class Group {
        private final double[] asked;
        private final int[] below;
        private final int[] equal;
        private int size;

        Group(double[] values) {
            asked = Arrays.stream(values)
                    .map(value -> value + 0.0)
                    .distinct()
                    .sorted()
                    .toArray();
            below = new int[asked.length + 1];
            equal = new int[asked.length];
        }

        void add(double value) {
            size++;
            int found = Arrays.binarySearch(asked, value + 0.0);
            if (found >= 0) {
                equal[found]++;
            } else {
                below[-found - 1]++;
            }
        }

        /// Null for a post that stands alone.
        @Nullable
        Percentile rank(double value) {
            if (size < 2) {
                return null;
            }
            int at = Arrays.binarySearch(asked, value + 0.0);
            int smaller = IntStream.rangeClosed(0, at).map(i -> below[i]).sum()
                    + IntStream.range(0, at).map(i -> equal[i]).sum();
            return new Percentile((smaller + (equal[at] - 1) / 2.0) / (size - 1), size);
        }
    }
}
