package io.tidemark.analytics;

import io.tidemark.frame.Column;
import io.tidemark.frame.Measure;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Posts as the units of a rate.
///
/// The pairs that count are gathered side by side once, so that the passes over them that intervals need are plain
/// loops over numbers.
final class PostSamples implements RateSamples {
    private final PublishedSlice slice;
    private final double[] above;
    private final double[] below;
    private final double[] squares;
    private final int[] units;
    private final int[] reporting;
    private final int[] expected;
    private final Pairs pairs;
    private double @Nullable [] residuals;

    PostSamples(
            PublishedSlice slice,
            PostFrame posts,
            Measure numerator,
            Map<Platform, Measure> byPlatform,
            FollowerHistory followers) {
        this.slice = slice;
        above = new double[slice.groups()];
        below = new double[above.length];
        squares = new double[above.length];
        units = new int[above.length];
        reporting = new int[above.length];
        expected = new int[above.length];
        PublishedSlice.PostGroups groups = slice.postGroups();
        pairs = new Pairs(groups.groups().length);
        Column column = posts.column(numerator);
        Column values = column == null ? Column.missing(posts.size()) : column;
        boolean[] expects = new boolean[Cells.COUNT];
        @Nullable Column[] denominators = new Column[Platforms.ALL.length];
        Set<Platform> byLevel = EnumSet.noneOf(Platform.class);
        byPlatform.forEach((platform, denominator) -> {
            if (denominator.metric() == Metric.FOLLOWERS) {
                byLevel.add(platform);
            }
        });
        Column levels = byLevel.isEmpty() ? null : groups.followers(posts, followers, byLevel);
        byPlatform.forEach((platform, denominator) -> {
            boolean isLevel = byLevel.contains(platform);
            denominators[platform.ordinal()] = isLevel ? levels : posts.column(denominator);
            for (int cell = platform.ordinal() * Cells.TYPES; cell < (platform.ordinal() + 1) * Cells.TYPES; cell++) {
                expects[cell] = Cells.expected(numerator)[cell]
                        && (isLevel ? Rates.providesFollowers(platform) : Cells.expected(denominator)[cell]);
            }
        });
        collect(groups, values, denominators, expects);
    }

    private void collect(
            PublishedSlice.PostGroups posts, Column values, @Nullable Column[] denominators, boolean[] expects) {
        int[] groups = posts.groups();
        short[] cells = posts.cells();
        int first = posts.first();
        double[] over = above;
        double[] under = below;
        double[] ofSquares = squares;
        int[] here = reporting;
        int[] should = expected;
        for (int i = 0; i < groups.length; i++) {
            int group = groups[i];
            if (group == Parts.NONE) {
                continue;
            }
            int cell = cells[i];
            Column column = denominators[cell / Cells.TYPES];
            double by = column == null ? Double.NaN : column.value(first + i);
            double value = Double.isNaN(by) ? Double.NaN : values.value(first + i);
            if (Double.isNaN(value)) {
                should[group] += expects[cell] ? 1 : 0;
                continue;
            }
            here[group]++;
            should[group]++;
            if (by > 0) {
                over[group] += value;
                under[group] += by;
                ofSquares[group] += by * by;
                units[group]++;
                pairs.add(group, value, by);
            }
        }
    }

    /// The posts that have something to divide by.
    private static final class Pairs {
        private final double[] numerators;
        private final double[] denominators;
        private final int[] groups;
        private int size;

        Pairs(int most) {
            numerators = new double[most];
            denominators = new double[most];
            groups = new int[most];
        }

        void add(int group, double numerator, double denominator) {
            groups[size] = group;
            numerators[size] = numerator;
            denominators[size++] = denominator;
        }

        /// The residuals of every group about its own ratio.
        double[] residuals(double[] above, double[] below) {
            double[] sums = new double[above.length];
            for (int i = 0; i < size; i++) {
                int group = groups[i];
                sums[group] += RatioInterval.residual(
                        numerators[i], denominators[i], above[group] / below[group], below[group]);
            }
            return sums;
        }

        /// The residuals of several groups about their common ratio.
        double residuals(boolean[] counted, double ratio, double below) {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                if (counted[groups[i]]) {
                    sum += RatioInterval.residual(numerators[i], denominators[i], ratio, below);
                }
            }
            return sum;
        }
    }

    @Override
    public RateSample of(int stretch, Scope scope) {
        int base = stretch * slice.parts().count();
        double over = 0;
        double under = 0;
        double ofSquares = 0;
        int count = 0;
        int here = 0;
        int should = 0;
        for (int part : scope.parts()) {
            over += above[base + part];
            under += below[base + part];
            ofSquares += squares[base + part];
            count += units[base + part];
            here += reporting[base + part];
            should += expected[base + part];
        }
        Coverage coverage = new Coverage(slice.unit(), here, should, slice.items(stretch, scope));
        RatioInterval.Sums sums = new RatioInterval.Sums(count, over, under, ofSquares);
        return new RateSample(over, under, coverage, () -> interval(sums, base, scope));
    }

    private Optional<RatioInterval> interval(RatioInterval.Sums sums, int base, Scope scope) {
        return RatioInterval.of(
                sums,
                () -> scope.parts().length == 1 ? single(base + scope.parts()[0]) : together(sums, base, scope),
                RateSample.LEVEL);
    }

    private double single(int group) {
        double[] known = residuals;
        if (known == null) {
            known = pairs.residuals(above, below);
            residuals = known;
        }
        return known[group];
    }

    private double together(RatioInterval.Sums all, int base, Scope scope) {
        boolean[] counted = new boolean[above.length];
        for (int part : scope.parts()) {
            counted[base + part] = true;
        }
        return pairs.residuals(counted, all.numerator() / all.denominator(), all.denominator());
    }
}
