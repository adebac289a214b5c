package io.tidemark.analytics.insight.effect;

import io.tidemark.analytics.statistics.NormalEquations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The columns with which posts are explained. But for a straight line over time, each is one for some posts and nothing
/// for all others: of the levels of a property all but the most common have a column, and so has everything that a post
/// has or has not. Only the ones are kept, a dozen for a post where columns may be more than a hundred.
final class EffectDesign {
    private static final int TREND = 0;

    private final double[] trend;
    private final int[] starts;
    private final int[] ones;
    private final int columns;

    private EffectDesign(double[] trend, int[] starts, int[] ones, int columns) {
        this.trend = trend;
        this.starts = starts;
        this.ones = ones;
        this.columns = columns;
    }

    int columns() {
        return columns;
    }

    int posts() {
        return trend.length;
    }

    /// @param weights one for each post
    NormalEquations equations(double[] responses, double[] weights) {
        NormalEquations sums = new NormalEquations(columns);
        for (int post = 0; post < trend.length; post++) {
            double weight = weights[post];
            double line = weight * trend[post];
            double response = weight * responses[post];
            sums.addSquare(weight, responses[post]);
            sums.add(TREND, TREND, line * trend[post]);
            sums.addRight(TREND, line * responses[post]);
            for (int i = starts[post]; i < starts[post + 1]; i++) {
                int column = ones[i];
                sums.addRight(column, response);
                sums.add(column, TREND, line);
                for (int j = starts[post]; j <= i; j++) {
                    sums.add(column, ones[j], weight);
                }
            }
        }
        return sums;
    }

    /// What the columns with some coefficients leave of each response.
    double[] residuals(double[] responses, double[] coefficients) {
        double[] residuals = new double[trend.length];
        for (int post = 0; post < residuals.length; post++) {
            double explained = trend[post] * coefficients[TREND];
            for (int i = starts[post]; i < starts[post + 1]; i++) {
                explained += coefficients[ones[i]];
            }
            residuals[post] = responses[post] - explained;
        }
        return residuals;
    }

    /// Puts columns side by side.
    static final class Builder {
        private static final double MIDDLE = 0.5;

        private final double[] trend;
        private final List<int[]> ofPosts = new ArrayList<>();
        private final List<int[]> sets = new ArrayList<>();
        private final List<Integer> columnsOfSets = new ArrayList<>();
        private int columns = TREND + 1;

        /// @param times place of each post between the first and the last, from 0 to 1
        Builder(double[] times) {
            trend = Arrays.stream(times).map(time -> time - MIDDLE).toArray();
        }

        /// A column for each level but one.
        ///
        /// @param without the level without a column; negative for none
        /// @return the column of each level, negative for that level and those that no post has
        int[] levels(Levels levels, int without) {
            int[] columnOfLevel = new int[levels.posts().length];
            Arrays.fill(columnOfLevel, -1);
            for (int level : levels.used()) {
                if (level != without) {
                    columnOfLevel[level] = columns++;
                }
            }
            ofPosts.add(Arrays.stream(levels.ofPost())
                    .map(level -> columnOfLevel[level])
                    .toArray());
            return columnOfLevel;
        }

        /// A column for what some posts have, after all levels.
        ///
        /// @param posts that have it, ascending
        int set(int[] posts) {
            sets.add(posts);
            columnsOfSets.add(columns);
            return columns++;
        }

        int columns() {
            return columns;
        }

        EffectDesign build() {
            int[] starts = new int[trend.length + 1];
            ofPosts.forEach(ofPost -> {
                for (int post = 0; post < trend.length; post++) {
                    starts[post + 1] += ofPost[post] < 0 ? 0 : 1;
                }
            });
            sets.forEach(set -> Arrays.stream(set).forEach(post -> starts[post + 1]++));
            Arrays.parallelPrefix(starts, Integer::sum);
            int[] ones = new int[starts[trend.length]];
            int[] next = starts.clone();
            ofPosts.forEach(ofPost -> {
                for (int post = 0; post < trend.length; post++) {
                    if (ofPost[post] >= 0) {
                        ones[next[post]++] = ofPost[post];
                    }
                }
            });
            for (int i = 0; i < sets.size(); i++) {
                int column = columnsOfSets.get(i);
                Arrays.stream(sets.get(i)).forEach(post -> ones[next[post]++] = column);
            }
            return new EffectDesign(trend, starts, ones, columns);
        }
    }
}
