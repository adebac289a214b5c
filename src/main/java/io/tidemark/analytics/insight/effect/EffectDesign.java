package io.tidemark.analytics.insight.effect;

import io.tidemark.analytics.statistics.NormalEquations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The columns with which posts are explained. But for a straight line over time, each is one for some posts and
/// nothing for all others: of the levels of a property all but the most common have a column, and so has everything
/// that a post has or has not. Only the ones are kept, a dozen for a post where columns may be more than a hundred.
final class EffectDesign {
    private static final int TREND = 0;

    private final double[] trend;
    private final int[] starts;
    private final int[] ones;
    private final double[] ridge;
    private final int firstSet;

    private EffectDesign(double[] trend, int[] starts, int[] ones, double[] ridge, int firstSet) {
        this.firstSet = firstSet;
        this.trend = trend;
        this.starts = starts;
        this.ones = ones;
        this.ridge = ridge;
    }

    int columns() {
        return ridge.length;
    }

    /// What holds the coefficient of each column near nothing.
    double[] ridge() {
        return ridge;
    }

    /// The first column of what posts have or have not; those of levels stand before it.
    int firstSet() {
        return firstSet;
    }

    int posts() {
        return trend.length;
    }

    /// @param weights one for each post
    NormalEquations equations(double[] responses, double[] weights) {
        NormalEquations sums = new NormalEquations(columns());
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
        /// Keeps columns apart that hardly differ, and leaves the errors of these as large as they are.
        private static final double RIDGE = 1e-3;

        private final double[] trend;
        private final List<int[]> ofPosts = new ArrayList<>();
        private final List<int[]> sets = new ArrayList<>();
        private final List<Integer> columnsOfSets = new ArrayList<>();
        private final List<Double> ridge = new ArrayList<>(List.of(RIDGE));

        /// @param times place of each post between the first and the last, from 0 to 1
        Builder(double[] times) {
            trend = Arrays.stream(times).map(time -> time - MIDDLE).toArray();
        }

        /// A column for each level but the most common one.
        ///
        /// @return the column of each level, negative for that level and those that no post has
        int[] levels(Levels levels) {
            return levels(levels, levels.mostCommon(), RIDGE);
        }

        /// The same, held near nothing as far as to spread by a deviation where posts vary by a variance.
        void shrunkenLevels(Levels levels, double deviation, double noise) {
            levels(levels, levels.mostCommon(), noise / (deviation * deviation));
        }

        /// A column for each level, which together stand for the level of all posts.
        void allLevels(Levels levels) {
            levels(levels, -1, RIDGE);
        }

        private int[] levels(Levels levels, int without, double ridgeOfEach) {
            int[] columnOfLevel = new int[levels.posts().length];
            Arrays.fill(columnOfLevel, -1);
            for (int level : levels.used()) {
                if (level != without) {
                    columnOfLevel[level] = column(ridgeOfEach);
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
            int column = column(RIDGE);
            columnsOfSets.add(column);
            return column;
        }

        private int column(double ridgeOfIt) {
            ridge.add(ridgeOfIt);
            return ridge.size() - 1;
        }

        int columns() {
            return ridge.size();
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
            return new EffectDesign(
                    trend,
                    starts,
                    ones,
                    ridge.stream().mapToDouble(Double::doubleValue).toArray(),
                    columns() - sets.size());
        }
    }
}
