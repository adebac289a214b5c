package io.tidemark.analytics;

import io.tidemark.frame.AgedPosts;
import io.tidemark.frame.Frame;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.StandardAge;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the posts published in any stretch of days had at one age, as the comparison at equal age counts them.
public final class AgedTotals {
    private final View view;
    private final Parts parts;
    private final PostSelection current;
    private final @Nullable PostSelection aged;
    private final Map<Period, PublishedSlice> slices = new HashMap<>();

    /// @param now the present; a frame as of an instant is answered as of that instant
    public AgedTotals(Frame frame, AnalyticsQuery query, StandardAge age, Instant now) {
        view = new View(frame, query.filters(), now);
        parts = Parts.byPlatform(view);
        current = PostSelection.now(view);
        AgedPosts posts = frame.ages().at(age);
        aged = posts == null ? null : PostSelection.aged(view, posts);
    }

    /// `NaN` where nothing was published or reported, and where fewer than nine in ten posts have a value at the age.
    public double sum(Metric metric, LocalDate from, int days) {
        PostSelection selection = aged;
        if (selection == null) {
            return Double.NaN;
        }
        Period period = new Period(from, from.plusDays(days - 1L));
        PublishedSlice slice =
                slices.computeIfAbsent(period, stretch -> new PublishedSlice(parts, Stretches.one(stretch), selection));
        Scope all = parts.all();
        if (slice.items(all) == 0 || slice.items(all) < EqualAge.NEARLY_ALL * comparable(period)) {
            return Double.NaN;
        }
        Double value = slice.tally(metric, all).value();
        return value == null ? Double.NaN : value;
    }

    private int comparable(Period period) {
        PostFrame posts = view.posts();
        int end = posts.firstRowFrom(period.endDay());
        int comparable = 0;
        for (int row = posts.firstRowFrom(period.firstDay()); row < end; row++) {
            boolean counted = parts.ofPost(posts.account(row), posts.contentType(row)) != Parts.NONE
                    && current.hasPost(row)
                    && posts.contentType(row) != ContentType.STORY
                    && (view.asksForBoosted() || !current.isBoosted(row));
            comparable += counted ? 1 : 0;
        }
        return comparable;
    }
}
