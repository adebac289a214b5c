package io.tidemark.analytics;

import io.tidemark.frame.Grouping;
import io.tidemark.frame.PostFrame;
import io.tidemark.frame.Rows;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/// Cuts slices out of a view.
final class Slicing {
    private static final long SECONDS_PER_DAY = 86_400;
    private static final Metric[] METRICS = Metric.values();

    private final View view;
    private final int[] lastEnded = new int[Platform.values().length];
    private final long[] youngAfter = new long[Platform.values().length];

    Slicing(View view) {
        this.view = view;
        for (Platform platform : Platform.values()) {
            lastEnded[platform.ordinal()] =
                    Math.toIntExact(view.lastEnded(platform).toEpochDay());
            youngAfter[platform.ordinal()] = view.now().getEpochSecond() - platform.settleDays() * SECONDS_PER_DAY;
        }
    }

    /// The posts published on the days. One younger than its platform's settle lag is provisional.
    Slice posts(CountedDays days) {
        PostFrame posts = view.posts();
        Grouping grouping = group(
                posts,
                days,
                row -> view.hasPost(row) && days.has(posts.day(row))
                        ? Cells.of(view.platform(posts.account(row)), posts.contentType(row))
                        : Grouping.NONE);
        // Only the newest posts can be young: no need to look at the others.
        int end = grouping.end();
        int first = Math.clamp(posts.firstRowFrom(earliestYoungDay()), grouping.first(), end);
        Grouping provisional =
                Grouping.of(first, end, Cells.COUNT, row -> isYoung(row) ? grouping.group(row) : Grouping.NONE);
        return new Slice(posts, Subject.POST, days, grouping, provisional, grouping.sizes());
    }

    private boolean isYoung(int row) {
        PostFrame posts = view.posts();
        return posts.publishedAt(row)
                > youngAfter[view.platform(posts.account(row)).ordinal()];
    }

    /// An epoch day before which no post is young, wherever it was published.
    private int earliestYoungDay() {
        long earliest = Arrays.stream(youngAfter).min().orElseThrow();
        return Math.toIntExact(Math.floorDiv(earliest, SECONDS_PER_DAY) - 1);
    }

    /// What accounts reported for the days. Items are the days of each account that are over, and those not over yet
    /// for which something is there all the same.
    Slice accountDays(CountedDays days) {
        Rows rows = view.days();
        Settlement settlement = new Settlement(view);
        Grouping grouping = group(
                rows,
                days,
                row -> view.has(rows.account(row)) && days.has(rows.day(row)) ? dayCell(row) : Grouping.NONE);
        Grouping provisional =
                group(rows, days, row -> settlement.isProvisional(row) ? grouping.group(row) : Grouping.NONE);
        return new Slice(rows, Subject.ACCOUNT_DAY, days, grouping, provisional, items(days, grouping));
    }

    /// Of the items of a slice of account days, those for which any activity was reported.
    int covered(Slice slice) {
        Grouping grouping = slice.grouping();
        int covered = 0;
        for (int row = grouping.first(); row < grouping.end(); row++) {
            covered += grouping.group(row) != Grouping.NONE && hasActivity(row) ? 1 : 0;
        }
        return covered;
    }

    /// By place in the period, the days for which any account in view reported activity.
    BitSet reported(Period period) {
        Rows rows = view.days();
        BitSet reported = new BitSet();
        int end = rows.firstRowFrom(period.endDay());
        for (int row = rows.firstRowFrom(period.firstDay()); row < end; row++) {
            if (view.has(rows.account(row)) && hasActivity(row)) {
                reported.set(rows.day(row) - period.firstDay());
            }
        }
        return reported;
    }

    private static Grouping group(Rows rows, CountedDays days, IntUnaryOperator cellOfRow) {
        int first = rows.firstRowFrom(days.period().firstDay());
        int end = rows.firstRowFrom(days.period().endDay());
        return Grouping.of(first, end, Cells.COUNT, cellOfRow);
    }

    private int[] items(CountedDays days, Grouping grouping) {
        int[] items = new int[Cells.COUNT];
        for (int account = 0; account < view.accountCount(); account++) {
            if (view.has(account)) {
                Platform platform = view.platform(account);
                items[Cells.of(platform, ContentType.UNKNOWN)] += days.upTo(lastEnded[platform.ordinal()]);
            }
        }
        for (int row = grouping.first(); row < grouping.end(); row++) {
            int cell = grouping.group(row);
            if (cell != Grouping.NONE
                    && view.days().day(row) > lastEnded[Cells.platform(cell).ordinal()]
                    && hasActivity(row)) {
                items[cell]++;
            }
        }
        return items;
    }

    private int dayCell(int row) {
        return Cells.of(view.platform(view.days().account(row)), ContentType.UNKNOWN);
    }

    /// Whether a day's row says more than a level.
    boolean hasActivity(int row) {
        for (Metric metric : METRICS) {
            if (metric.ofPosts() && !Double.isNaN(view.days().value(row, metric))) {
                return true;
            }
        }
        return false;
    }
}
