package io.tidemark.analytics;

import io.tidemark.frame.CellFrame;
import io.tidemark.frame.Column;
import io.tidemark.frame.Measure;
import io.tidemark.frame.PostFrame;
import io.tidemark.frame.Rows;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Posts by the days on which they were published.
final class PublishedSlice extends Slice {
    /// Up to so many combinations of group and cell, items are counted per combination first.
    private static final int MOST_COMBINATIONS = 1 << 14;

    private final PostSelection selection;
    private final Rows rows;
    private final int first;
    /// By row from the first: its group, or none.
    private final int[] groups;
    private final short[] cells;
    private final byte[] flags;
    private final int[] items;
    private final int[] itemsOfPlatform = new int[Platforms.ALL.length];
    private final Expectations expectations;
    private @Nullable PostGroups postGroups;

    PublishedSlice(Parts parts, Stretches stretches, PostSelection selection) {
        super(parts, stretches);
        this.selection = selection;
        CellFrame rolledUp = selection.cells();
        rows = rolledUp == null ? selection.posts() : rolledUp;
        first = rows.firstRowFrom(stretches.period().firstDay());
        groups = new int[rows.firstRowFrom(stretches.period().endDay()) - first];
        cells = new short[groups.length];
        flags = new byte[groups.length];
        items = new int[groups()];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = group(first + i);
            if (groups[i] != Parts.NONE) {
                place(i, rolledUp);
            }
        }
        expectations = groups() * Cells.COUNT <= MOST_COMBINATIONS ? combined() : each();
    }

    private int group(int row) {
        int stretch = stretches().of(rows.day(row));
        if (stretch == Stretches.NONE || !selection.has(rows, row)) {
            return Parts.NONE;
        }
        int part = parts().ofPost(rows.account(row), selection.type(rows, row));
        return part == Parts.NONE ? Parts.NONE : stretch * parts().count() + part;
    }

    private void place(int i, @Nullable CellFrame rolledUp) {
        int row = first + i;
        Platform platform = selection.view().platform(rows.account(row));
        cells[i] = (short) Cells.of(platform, selection.type(rows, row));
        flags[i] =
                selection.flags(platform, rolledUp == null ? selection.posts().publishedAt(row) : rolledUp.newest(row));
        items[groups[i]] += rows.items(row);
        itemsOfPlatform[platform.ordinal()] += rows.items(row);
    }

    /// How many items of which cell are in which group.
    private record Expectations(int[] groups, short[] cells, int[] items) {
        void addTo(int[] counts, boolean[] wanted) {
            for (int i = 0; i < groups.length; i++) {
                if (groups[i] != Parts.NONE && wanted[cells[i]]) {
                    counts[groups[i]] += items[i];
                }
            }
        }
    }

    private Expectations each() {
        int[] counts = new int[groups.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = rows.items(first + i);
        }
        return new Expectations(groups, cells, counts);
    }

    private Expectations combined() {
        int[] counts = new int[groups() * Cells.COUNT];
        int used = 0;
        for (int i = 0; i < groups.length; i++) {
            if (groups[i] != Parts.NONE) {
                int place = groups[i] * Cells.COUNT + cells[i];
                used += counts[place] == 0 ? 1 : 0;
                counts[place] += rows.items(first + i);
            }
        }
        Expectations combined = new Expectations(new int[used], new short[used], new int[used]);
        int next = 0;
        for (int place = 0; place < counts.length; place++) {
            if (counts[place] > 0) {
                combined.groups[next] = place / Cells.COUNT;
                combined.cells[next] = (short) (place % Cells.COUNT);
                combined.items[next++] = counts[place];
            }
        }
        return combined;
    }

    @Override
    Subject subject() {
        return Subject.POST;
    }

    @Override
    Coverage.Unit unit() {
        return Coverage.Unit.POST;
    }

    @Override
    boolean provides(Platform platform, Measure measure) {
        return measure.metric() == Metric.FOLLOWERS
                ? Rates.providesFollowers(platform)
                : measure.provides(platform, Subject.POST, ContentType.UNKNOWN);
    }

    @Override
    int items(Platform platform) {
        return itemsOfPlatform[platform.ordinal()];
    }

    @Override
    int items(int stretch, Scope scope) {
        int sum = 0;
        for (int part : scope.parts()) {
            sum += items[stretch * parts().count() + part];
        }
        return sum;
    }

    @Override
    Sums add(Measure measure) {
        Sums sums = Sums.zero(groups(), items);
        boolean[] expected = Cells.expected(measure);
        boolean[] provided = Cells.provided(measure);
        expectations.addTo(sums.expected(), expected);
        expectations.addTo(sums.able(), provided);
        Column column = rows.column(measure);
        if (column != null) {
            add(column, rows.counts(measure), expected, provided, sums);
        }
        return sums;
    }

    /// What reports although it need not counts as expected.
    private void add(Column column, int @Nullable [] counts, boolean[] expected, boolean[] provided, Sums sums) {
        for (int i = 0; i < groups.length; i++) {
            int group = groups[i];
            double value = group == Parts.NONE ? Double.NaN : column.value(first + i);
            if (Double.isNaN(value)) {
                continue;
            }
            int cell = cells[i];
            int count = counts == null ? 1 : counts[first + i];
            sums.add(group, value, count, 1 << (cell / Cells.TYPES), flags[i]);
            if (!expected[cell]) {
                sums.expected()[group] += count;
            }
            if (!provided[cell]) {
                sums.able()[group] += count;
            }
        }
    }

    @Override
    RateSamples samples(Measure numerator, Map<Platform, Measure> denominators, FollowerHistory followers) {
        return new PostSamples(this, selection.posts(), numerator, denominators, followers);
    }

    /// The posts of the slice one by one, for what cannot be told from sums.
    ///
    /// @param first the first row
    /// @param groups by row from the first: its group, or none
    record PostGroups(int first, int[] groups, short[] cells) {
        /// By row, the followers of the post's account when it was published.
        Column followers(PostFrame posts, FollowerHistory history) {
            double[] levels = new double[posts.size()];
            Arrays.fill(levels, Double.NaN);
            for (int i = 0; i < groups.length; i++) {
                if (groups[i] != Parts.NONE) {
                    levels[first + i] = history.at(posts.account(first + i), posts.day(first + i));
                }
            }
            return Column.of(levels);
        }
    }

    PostGroups postGroups() {
        PostGroups known = postGroups;
        if (known == null) {
            known = rows instanceof PostFrame ? new PostGroups(first, groups, cells) : groupPosts();
            postGroups = known;
        }
        return known;
    }

    private PostGroups groupPosts() {
        PostFrame posts = selection.posts();
        int firstPost = posts.firstRowFrom(stretches().period().firstDay());
        int[] ofPost = new int[posts.firstRowFrom(stretches().period().endDay()) - firstPost];
        short[] cellOfPost = new short[ofPost.length];
        for (int i = 0; i < ofPost.length; i++) {
            int row = firstPost + i;
            int stretch = stretches().of(posts.day(row));
            int part = parts().ofPost(posts.account(row), posts.contentType(row));
            boolean counts = stretch != Stretches.NONE && part != Parts.NONE && selection.hasPost(row);
            ofPost[i] = counts ? stretch * parts().count() + part : Parts.NONE;
            cellOfPost[i] = (short) Cells.of(selection.view().platform(posts.account(row)), posts.contentType(row));
        }
        return new PostGroups(firstPost, ofPost, cellOfPost);
    }
}
