package io.tidemark.analytics.insight.why;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.FollowerHistory;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.View;
import io.tidemark.frame.AgedPosts;
import io.tidemark.frame.Column;
import io.tidemark.frame.Measure;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import io.tidemark.metric.StandardAge;
import io.tidemark.metric.Subject;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The posts of two periods, each with what it had at the age of the comparison. They are those that the comparison at
/// equal age counts: no stories, and boosted posts only where these are asked for. Posts whose platform does not say
/// what is asked are none of them.
final class ComparedPosts {
    private static final long SECONDS_PER_HOUR = 3600;
    private static final int NONE = -1;

    private final View view;
    private final Exposure exposure;
    private final Measure measure;
    private final PostFrame posts;
    private final AgedPosts aged;
    private final @Nullable Column values;
    private final @Nullable FollowerHistory followers;
    private final boolean takesBoosted;
    private final long oldEnough;
    private final int[] cellOfKind;
    private int[] kinds = new int[16];
    private int cellCount;
    private final PeriodPosts before;
    private final PeriodPosts after;

    ComparedPosts(
            View view,
            AnalyticsQuery query,
            Exposure exposure,
            StandardAge age,
            AgedPosts aged,
            Period period,
            Period previous) {
        this.view = view;
        this.exposure = exposure;
        this.aged = aged;
        posts = aged.posts();
        measure = exposure.value();
        values = posts.column(measure);
        followers = exposure.isOfFollowers() ? new FollowerHistory(view) : null;
        takesBoosted = !query.filters().boosted().isEmpty();
        oldEnough = view.now().getEpochSecond() - age.hours() * SECONDS_PER_HOUR;
        cellOfKind = new int[view.accountCount() * SplitCells.TYPES];
        Arrays.fill(cellOfKind, NONE);
        PeriodPosts.Builder earlier = collect(previous);
        PeriodPosts.Builder later = collect(period);
        before = earlier.build(cellCount);
        after = later.build(cellCount);
    }

    PeriodPosts before() {
        return before;
    }

    PeriodPosts after() {
        return after;
    }

    SplitCells cells() {
        int[] accounts = new int[cellCount];
        int[] platforms = new int[cellCount];
        int[] types = new int[cellCount];
        for (int cell = 0; cell < cellCount; cell++) {
            accounts[cell] = kinds[cell] / SplitCells.TYPES;
            platforms[cell] = view.platform(accounts[cell]).ordinal();
            types[cell] = kinds[cell] % SplitCells.TYPES;
        }
        return new SplitCells(accounts, platforms, types);
    }

    private PeriodPosts.Builder collect(Period period) {
        PeriodPosts.Builder found = new PeriodPosts.Builder();
        int end = posts.firstRowFrom(Math.toIntExact(period.to().toEpochDay()) + 1);
        for (int row = posts.firstRowFrom(Math.toIntExact(period.from().toEpochDay())); row < end; row++) {
            if (view.hasPost(row) && isCompared(row)) {
                add(found, row);
            }
        }
        return found;
    }

    private boolean isCompared(int row) {
        return posts.contentType(row) != ContentType.STORY
                && (takesBoosted || posts.boosted(row) != Boosted.YES)
                && exposure.covers(view.platform(posts.account(row)));
    }

    private void add(PeriodPosts.Builder found, int row) {
        boolean reached = aged.reached().get(row);
        double value = reached && values != null ? values.value(row) : Double.NaN;
        double shown = reached ? shown(row) : Double.NaN;
        boolean known = !Double.isNaN(value) && !(exposure.isRequired() && Double.isNaN(shown));
        if (!known && !isExpected(row)) {
            return;
        }
        PostKind kind = kind(row, reached, known, shown);
        boolean counts = known && !(exposure.isRequired() && shown <= 0);
        found.add(row, cell(row), kind, counts ? value : 0, counts && kind == PostKind.EXPOSED ? shown : 0);
    }

    private PostKind kind(int row, boolean reached, boolean known, double shown) {
        if (!known) {
            return !reached && posts.publishedAt(row) > oldEnough ? PostKind.TOO_YOUNG : PostKind.NOT_REPORTED;
        }
        return Double.isNaN(shown) ? PostKind.VALUED : PostKind.EXPOSED;
    }

    private double shown(int row) {
        if (followers != null) {
            return followers.at(posts.account(row), posts.day(row));
        }
        Measure by = exposure.of(view.platform(posts.account(row)));
        Column column = by == null ? null : posts.column(by);
        return column == null ? Double.NaN : column.value(row);
    }

    private boolean isExpected(int row) {
        Platform platform = view.platform(posts.account(row));
        ContentType type = posts.contentType(row);
        Measure by = exposure.of(platform);
        return measure.expects(platform, Subject.POST, type)
                && (!exposure.isRequired()
                        || followers != null
                        || (by != null && by.expects(platform, Subject.POST, type)));
    }

    private int cell(int row) {
        int kind = posts.kind(row);
        if (cellOfKind[kind] == NONE) {
            if (cellCount == kinds.length) {
                kinds = Arrays.copyOf(kinds, cellCount * 2);
            }
            kinds[cellCount] = kind;
            cellOfKind[kind] = cellCount++;
        }
        return cellOfKind[kind];
    }
}
