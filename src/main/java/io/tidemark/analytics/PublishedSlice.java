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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Posts by the days on which they were published.
final class PublishedSlice extends Slice {
    /// Up to so many combinations of group and cell, items are counted per combination first.
    private static final int MOST_COMBINATIONS = 1 << 14;

    private final PostSelection selection;
    private final List<Segment> segments;
    private final int[] items;
    private final int[] itemsOfPlatform = new int[Platforms.ALL.length];
    private final Expectations expectations;
    private final @Nullable Segment months;
    private @Nullable PostGroups postGroups;

    PublishedSlice(Parts parts, Stretches stretches, PostSelection selection) {
        super(parts, stretches);
        this.selection = selection;
        items = new int[groups()];
        CellFrame rolledUp = selection.cells();
        Period period = stretches.period();
        if (rolledUp == null) {
            segments = List.of(new Segment(selection.posts(), period.firstDay(), period.endDay()));
        } else {
            segments = segments(rolledUp, period);
        }
        months = segments.size() == 1 ? null : segments.get(1);
        expectations = groups() * Cells.COUNT <= MOST_COMBINATIONS ? combined() : each();
    }

    /// Days up to the first whole month, months, and the days after them; days only where months are cut.
    private List<Segment> segments(CellFrame cells, Period period) {
        LocalDate from = period.from().getDayOfMonth() == 1
                ? period.from()
                : period.from().withDayOfMonth(1).plusMonths(1);
        LocalDate to = period.to().plusDays(1).withDayOfMonth(1);
        if (!from.isBefore(to) || !stretches().keepsMonths(from, to)) {
            return List.of(new Segment(cells, period.firstDay(), period.endDay()));
        }
        int firstMonth = Math.toIntExact(from.toEpochDay());
        int afterMonths = Math.toIntExact(to.toEpochDay());
        return List.of(
                new Segment(cells, period.firstDay(), firstMonth),
                new Segment(cells.months(), firstMonth, afterMonths),
                new Segment(cells, afterMonths, period.endDay()));
    }

    /// Consecutive rows, with the group, the cell and the flags of each.
    private final class Segment {
        private final Rows rows;
        private final int firstDay;
        private final int endDay;
        private final int first;
        /// By row from the first: its group, or none.
        private final int[] groups;
        private final short[] cells;
        private final byte[] flags;
        /// How many rows have a group.
        private int counted;

        Segment(Rows rows, int firstDay, int endDay) {
            this.rows = rows;
            this.firstDay = firstDay;
            this.endDay = endDay;
            first = rows.firstRowFrom(firstDay);
            groups = new int[Math.max(0, rows.firstRowFrom(endDay) - first)];
            cells = new short[groups.length];
            flags = new byte[groups.length];
            Arrays.fill(groups, Parts.NONE);
            if (rows instanceof CellFrame rolledUp) {
                placeCells(rolledUp);
            } else {
                placePosts(selection.posts());
            }
        }

        private void placeCells(CellFrame rolledUp) {
            for (int i = 0; i < groups.length; i++) {
                int row = first + i;
                place(i, rolledUp.day(row), rolledUp.kind(row), rolledUp.newest(row), rolledUp.items(row));
            }
        }

        private void placePosts(PostFrame posts) {
            for (int i = 0; i < groups.length; i++) {
                int row = first + i;
                if (selection.hasPost(row)) {
                    place(i, posts.day(row), posts.kind(row), posts.publishedAt(row), 1);
                }
            }
        }

        private void place(int i, int day, int kind, long newest, int count) {
            int stretch = stretches().of(day);
            int part = parts().ofKind(kind);
            if (stretch == Stretches.NONE || part == Parts.NONE) {
                return;
            }
            Platform platform = selection.view().platform(kind / Cells.TYPES);
            groups[i] = stretch * parts().count() + part;
            cells[i] = (short) (platform.ordinal() * Cells.TYPES + kind % Cells.TYPES);
            flags[i] = selection.flags(platform, newest);
            counted++;
            items[groups[i]] += count;
            itemsOfPlatform[platform.ordinal()] += count;
        }
    }

    /// How many items of which cell are in which group.
    private static final class Expectations {
        private final int[] groups;
        private final short[] cells;
        private final int[] items;
        /// By the cells wanted, as one of [Cells]' arrays: the items in each group.
        private final IdentityHashMap<boolean[], int[]> known = new IdentityHashMap<>();

        Expectations(int size) {
            groups = new int[size];
            cells = new short[size];
            items = new int[size];
        }

        /// Counts from nothing.
        void copyTo(int[] counts, boolean[] wanted) {
            int[] wantedItems = known.computeIfAbsent(wanted, cellsOf -> count(counts.length, cellsOf));
            System.arraycopy(wantedItems, 0, counts, 0, counts.length);
        }

        private int[] count(int size, boolean[] wanted) {
            int[] counts = new int[size];
            int i = 0;
            while (i < groups.length) {
                int group = groups[i];
                int sum = 0;
                for (; i < groups.length && groups[i] == group; i++) {
                    // Without a branch: what is wanted changes from row to row.
                    sum += wanted[cells[i]] ? items[i] : 0;
                }
                counts[group] += sum;
            }
            return counts;
        }
    }

    /// One for every row: there are too many combinations to count.
    private Expectations each() {
        Expectations all = new Expectations(
                segments.stream().mapToInt(segment -> segment.counted).sum());
        int next = 0;
        for (Segment segment : segments) {
            for (int i = 0; i < segment.groups.length; i++) {
                if (segment.groups[i] != Parts.NONE) {
                    all.groups[next] = segment.groups[i];
                    all.cells[next] = segment.cells[i];
                    all.items[next++] = segment.rows.items(segment.first + i);
                }
            }
        }
        return all;
    }

    private Expectations combined() {
        int[] counts = new int[groups() * Cells.COUNT];
        int used = 0;
        for (Segment segment : segments) {
            for (int i = 0; i < segment.groups.length; i++) {
                if (segment.groups[i] != Parts.NONE) {
                    int place = segment.groups[i] * Cells.COUNT + segment.cells[i];
                    used += counts[place] == 0 ? 1 : 0;
                    counts[place] += segment.rows.items(segment.first + i);
                }
            }
        }
        Expectations combined = new Expectations(used);
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
        expectations.copyTo(sums.expected(), expected);
        expectations.copyTo(sums.able(), provided);
        for (Segment segment : segments) {
            Column column = segment.rows.column(measure);
            if (column != null) {
                add(segment, column, segment.rows.counts(measure), expected, provided, sums);
            }
        }
        return sums;
    }

    /// What reports although it need not counts as expected.
    private static void add(
            Segment segment,
            Column column,
            int @Nullable [] counts,
            boolean[] expected,
            boolean[] provided,
            Sums sums) {
        int[] groups = segment.groups;
        int i = 0;
        while (i < groups.length) {
            int group = groups[i];
            double sum = 0;
            int reporting = 0;
            int besides = 0;
            int unable = 0;
            int marks = 0;
            // Kinds of a part mostly follow one another.
            for (; i < groups.length && groups[i] == group; i++) {
                double value = column.value(segment.first + i);
                if (!Double.isNaN(value)) {
                    int cell = segment.cells[i];
                    int count = counts == null ? 1 : counts[segment.first + i];
                    sum += value;
                    reporting += count;
                    besides += expected[cell] ? 0 : count;
                    unable += provided[cell] ? 0 : count;
                    marks |= Sums.mark(1 << (cell / Cells.TYPES), segment.flags[i]);
                }
            }
            if (group != Parts.NONE && reporting > 0) {
                sums.sum()[group] += sum;
                sums.reporting()[group] += reporting;
                sums.expected()[group] += besides;
                sums.able()[group] += unable;
                sums.marks()[group] |= marks;
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
    record PostGroups(int first, int[] groups, short[] cells) {}

    PostGroups postGroups() {
        PostGroups known = postGroups;
        if (known == null) {
            Segment only = segments.getFirst();
            known = only.rows instanceof PostFrame
                    ? new PostGroups(only.first, only.groups, only.cells)
                    : groupPosts(
                            stretches().period().firstDay(),
                            stretches().period().endDay());
            postGroups = known;
        }
        return known;
    }

    /// The whole months of the slice, account by account and type by type.
    ///
    /// @param days the cells of days, which know what their posts add up to by month
    /// @param first the first of its months that is in the slice
    /// @param groups by month from the first: its group, or none
    @SuppressWarnings("ArrayRecordComponent") // For loops over rows; never compared.
    record Months(CellFrame days, int first, int[] groups, short[] cells) {}

    /// Null where no month is held whole.
    @Nullable
    Months months() {
        CellFrame days = selection.cells();
        return months == null || days == null ? null : new Months(days, months.first, months.groups, months.cells);
    }

    /// The posts before the first whole month and after the last.
    List<PostGroups> outsideMonths() {
        Period period = stretches().period();
        return segments.size() == 1
                ? List.of(postGroups())
                : List.of(
                        groupPosts(period.firstDay(), segments.get(0).endDay),
                        groupPosts(segments.get(2).firstDay, period.endDay()));
    }

    /// Part and cell follow from account and type: looked up, since there may be hundreds of thousands of posts.
    private PostGroups groupPosts(int firstDay, int endDay) {
        PostFrame posts = selection.posts();
        View view = selection.view();
        int[] parts = new int[view.accountCount() * Cells.TYPES];
        short[] cellOf = new short[parts.length];
        for (int account = 0; account < view.accountCount(); account++) {
            for (ContentType type : ContentType.values()) {
                int kind = account * Cells.TYPES + type.ordinal();
                parts[kind] = parts().ofPost(account, type);
                cellOf[kind] = (short) Cells.of(view.platform(account), type);
            }
        }
        boolean everyPost = selection.takesWholeCells();
        int firstPost = posts.firstRowFrom(firstDay);
        int[] ofPost = new int[posts.firstRowFrom(endDay) - firstPost];
        short[] cellOfPost = new short[ofPost.length];
        for (int i = 0; i < ofPost.length; i++) {
            int row = firstPost + i;
            int kind = posts.account(row) * Cells.TYPES + posts.contentType(row).ordinal();
            int stretch = stretches().of(posts.day(row));
            boolean counts =
                    stretch != Stretches.NONE && parts[kind] != Parts.NONE && (everyPost || selection.hasPost(row));
            ofPost[i] = counts ? stretch * parts().count() + parts[kind] : Parts.NONE;
            cellOfPost[i] = cellOf[kind];
        }
        return new PostGroups(firstPost, ofPost, cellOfPost);
    }
}
