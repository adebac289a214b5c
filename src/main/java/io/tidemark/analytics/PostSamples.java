package io.tidemark.analytics;

import io.tidemark.frame.Column;
import io.tidemark.frame.Measure;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Posts as the units of a rate.
final class PostSamples implements RateSamples {
    private final PublishedSlice slice;
    private final PublishedSlice.PostGroups groups;
    private final Column numerator;
    /// By ordinal of the platform; null where it has no rate.
    private final @Nullable Column[] denominators = new Column[Platforms.ALL.length];
    private final double[] above;
    private final double[] below;
    private final double[] squares;
    private final int[] units;
    private final int[] reporting;
    private final int[] expected;
    private double @Nullable [] residuals;

    PostSamples(
            PublishedSlice slice,
            PostFrame posts,
            Measure numerator,
            Map<Platform, Measure> byPlatform,
            FollowerHistory followers) {
        this.slice = slice;
        groups = slice.postGroups();
        Column column = posts.column(numerator);
        this.numerator = column == null ? Column.missing(posts.size()) : column;
        boolean[] expects = new boolean[Cells.COUNT];
        byPlatform.forEach((platform, denominator) -> {
            boolean isLevel = denominator.metric() == Metric.FOLLOWERS;
            denominators[platform.ordinal()] = isLevel ? groups.followers(posts, followers) : posts.column(denominator);
            for (int cell = platform.ordinal() * Cells.TYPES; cell < (platform.ordinal() + 1) * Cells.TYPES; cell++) {
                expects[cell] = Cells.expected(numerator)[cell]
                        && (isLevel ? Rates.providesFollowers(platform) : Cells.expected(denominator)[cell]);
            }
        });
        above = new double[slice.groups()];
        below = new double[above.length];
        squares = new double[above.length];
        units = new int[above.length];
        reporting = new int[above.length];
        expected = new int[above.length];
        collect(expects);
    }

    private void collect(boolean[] expects) {
        for (int i = 0; i < groups.groups().length; i++) {
            int group = groups.groups()[i];
            if (group == Parts.NONE) {
                continue;
            }
            int cell = groups.cells()[i];
            double value = numerator.value(groups.first() + i);
            double by = denominator(cell, i);
            if (!Double.isNaN(value) && !Double.isNaN(by)) {
                reporting[group]++;
                expected[group]++;
                if (by > 0) {
                    above[group] += value;
                    below[group] += by;
                    squares[group] += by * by;
                    units[group]++;
                }
            } else if (expects[cell]) {
                expected[group]++;
            }
        }
    }

    private double denominator(int cell, int i) {
        Column column = denominators[cell / Cells.TYPES];
        return column == null ? Double.NaN : column.value(groups.first() + i);
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
            known = ofEachGroup();
            residuals = known;
        }
        return known[group];
    }

    /// The residuals of every group about its own ratio, in one pass.
    private double[] ofEachGroup() {
        double[] sums = new double[above.length];
        double[] ratios = new double[above.length];
        for (int group = 0; group < ratios.length; group++) {
            ratios[group] = above[group] / below[group];
        }
        for (int i = 0; i < groups.groups().length; i++) {
            int group = groups.groups()[i];
            if (group != Parts.NONE) {
                double by = denominator(groups.cells()[i], i);
                double value = numerator.value(groups.first() + i);
                if (by > 0 && !Double.isNaN(value)) {
                    sums[group] += RatioInterval.residual(value, by, ratios[group], below[group]);
                }
            }
        }
        return sums;
    }

    /// The residuals of several groups about their common ratio.
    private double together(RatioInterval.Sums all, int base, Scope scope) {
        boolean[] counts = new boolean[above.length];
        for (int part : scope.parts()) {
            counts[base + part] = true;
        }
        double ratio = all.numerator() / all.denominator();
        double sum = 0;
        for (int i = 0; i < groups.groups().length; i++) {
            int group = groups.groups()[i];
            if (group != Parts.NONE && counts[group]) {
                double by = denominator(groups.cells()[i], i);
                double value = numerator.value(groups.first() + i);
                if (by > 0 && !Double.isNaN(value)) {
                    sum += RatioInterval.residual(value, by, ratio, all.denominator());
                }
            }
        }
        return sum;
    }
}
