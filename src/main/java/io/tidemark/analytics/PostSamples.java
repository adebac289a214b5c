package io.tidemark.analytics;

import io.tidemark.frame.Column;
import io.tidemark.frame.Measure;
import io.tidemark.frame.PairSums;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Posts as the units of a rate. Whole months come from [PairSums], the posts around them are looked at one by one, and
/// all are where the sums would not tell an interval exactly.
final class PostSamples implements RateSamples {
    private final PublishedSlice slice;
    private final PostFrame posts;
    private final FollowerHistory followers;
    private final Column values;
    private final @Nullable Column[] denominators = new Column[Platforms.ALL.length];
    private final boolean[] byLevel = new boolean[Platforms.ALL.length];
    private final boolean[] expects = new boolean[Cells.COUNT];
    private final double[] above;
    private final double[] below;
    private final double[] squares;
    private final int[] units;
    private final int[] reporting;
    private final int[] expected;
    private final RatePairs pairs = new RatePairs();
    private final PairSums months;
    private final Supplier<PostSamples> everyPost;
    private @Nullable PostSamples exact;
    private double @Nullable [] residuals;

    PostSamples(
            PublishedSlice slice,
            PostFrame posts,
            Measure numerator,
            Map<Platform, Measure> byPlatform,
            FollowerHistory followers) {
        this(slice, posts, numerator, byPlatform, followers, slice.months());
    }

    /// @param wholeMonths null to look at every post
    private PostSamples(
            PublishedSlice slice,
            PostFrame posts,
            Measure numerator,
            Map<Platform, Measure> byPlatform,
            FollowerHistory followers,
            PublishedSlice.@Nullable Months wholeMonths) {
        this.slice = slice;
        this.posts = posts;
        this.followers = followers;
        above = new double[slice.groups()];
        below = new double[above.length];
        squares = new double[above.length];
        units = new int[above.length];
        reporting = new int[above.length];
        expected = new int[above.length];
        months = new PairSums(above.length);
        everyPost = () -> new PostSamples(slice, posts, numerator, byPlatform, followers, null);
        Column column = posts.column(numerator);
        values = column == null ? Column.missing(posts.size()) : column;
        byPlatform.forEach((platform, denominator) -> {
            boolean isLevel = denominator.metric() == Metric.FOLLOWERS;
            byLevel[platform.ordinal()] = isLevel;
            denominators[platform.ordinal()] = posts.column(denominator);
            for (int cell = platform.ordinal() * Cells.TYPES; cell < (platform.ordinal() + 1) * Cells.TYPES; cell++) {
                expects[cell] = Cells.expected(numerator)[cell]
                        && (isLevel ? Rates.providesFollowers(platform) : Cells.expected(denominator)[cell]);
            }
        });
        if (wholeMonths == null) {
            collect(slice.postGroups());
        } else {
            slice.outsideMonths().forEach(this::collect);
            collect(wholeMonths, numerator, byPlatform);
        }
    }

    private void collect(PublishedSlice.PostGroups some) {
        int[] groups = some.groups();
        short[] cells = some.cells();
        int first = some.first();
        FollowerHistory.Walk walk = followers.walk();
        pairs.expect(groups.length);
        for (int i = 0; i < groups.length; i++) {
            int group = groups[i];
            if (group == Parts.NONE) {
                continue;
            }
            int cell = cells[i];
            double by = denominator(cell / Cells.TYPES, first + i, walk);
            double value = Double.isNaN(by) ? Double.NaN : values.value(first + i);
            if (Double.isNaN(value)) {
                expected[group] += expects[cell] ? 1 : 0;
                continue;
            }
            reporting[group]++;
            expected[group]++;
            if (by > 0) {
                above[group] += value;
                below[group] += by;
                squares[group] += by * by;
                units[group]++;
                pairs.add(group, value, by);
            }
        }
    }

    /// The follower count is that of the day of publication.
    private double denominator(int platform, int row, FollowerHistory.Walk walk) {
        if (byLevel[platform]) {
            return walk.at(posts.account(row), posts.day(row));
        }
        Column column = denominators[platform];
        return column == null ? Double.NaN : column.value(row);
    }

    private void collect(PublishedSlice.Months whole, Measure numerator, Map<Platform, Measure> byPlatform) {
        @Nullable PairSums[] sums = new PairSums[denominators.length];
        byPlatform.forEach((platform, by) -> {
            FollowerHistory.Walk walk = followers.walk();
            sums[platform.ordinal()] =
                    whole.days().pairs(numerator, by, row -> denominator(platform.ordinal(), row, walk));
        });
        for (int i = 0; i < whole.groups().length; i++) {
            int group = whole.groups()[i];
            if (group == Parts.NONE) {
                continue;
            }
            int cell = whole.cells()[i];
            int month = whole.first() + i;
            PairSums known = sums[cell / Cells.TYPES];
            int here = known == null ? 0 : known.reporting(month);
            reporting[group] += here;
            expected[group] += expects[cell] ? whole.days().months().items(month) : here;
            if (known != null) {
                months.add(group, known, month);
                above[group] += known.numerator(month);
                below[group] += known.denominator(month);
                squares[group] += known.squares(month);
                units[group] += known.units(month);
            }
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
        double ofMonths = months.residuals(group, above[group] / below[group], below[group]);
        return Double.isNaN(ofMonths) ? exact().residuals()[group] : ofMonths + residuals()[group];
    }

    /// Of the posts looked at one by one.
    private double[] residuals() {
        double[] known = residuals;
        if (known == null) {
            known = pairs.residuals(above, below);
            residuals = known;
        }
        return known;
    }

    private double together(RatioInterval.Sums all, int base, Scope scope) {
        boolean[] counted = new boolean[above.length];
        PairSums sum = new PairSums(1);
        for (int part : scope.parts()) {
            counted[base + part] = true;
            sum.add(0, months, base + part);
        }
        double ratio = all.numerator() / all.denominator();
        double ofMonths = sum.residuals(0, ratio, all.denominator());
        return Double.isNaN(ofMonths)
                ? exact().pairs.residuals(counted, ratio, all.denominator())
                : ofMonths + pairs.residuals(counted, ratio, all.denominator());
    }

    private PostSamples exact() {
        PostSamples known = exact;
        if (known == null) {
            known = everyPost.get();
            exact = known;
        }
        return known;
    }
}
