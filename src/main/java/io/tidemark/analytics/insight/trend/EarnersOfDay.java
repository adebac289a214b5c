package io.tidemark.analytics.insight.trend;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.trend.TrendAnalysisAnswer.Earner;
import io.tidemark.frame.Column;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Measure;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Metric;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Finds which posts earned most on a day, among those of the week up to it that have most by now. Days
/// of single posts are not kept in a frame: a few are read.
final class EarnersOfDay {
    private static final int DAYS = 7;
    private static final int CANDIDATES = 5;
    private static final int MOST = 3;

    private final View view;
    private final Measure measure;

    EarnersOfDay(View view, AnalyticsQuery query, TrendMetric metric) {
        this.view = view;
        Metric one = metric.metric();
        measure = one == null ? Measure.of(query.engagement()) : Measure.of(one);
    }

    /// @return the first has most; empty where nothing is known of single posts
    /// @throws io.tidemark.frame.OutdatedFrame where the business's data has moved on since the frame
    ///     was loaded
    List<Earner> on(LocalDate date) {
        PostFrame posts = view.posts();
        Column column = posts.column(measure);
        int day = Math.toIntExact(date.toEpochDay());
        if (column == null) {
            return List.of();
        }
        return IntStream.range(posts.firstRowFrom(day - DAYS + 1), posts.firstRowFrom(day + 1))
                .filter(row -> view.hasPost(row) && column.value(row) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -column.value(row)))
                .limit(CANDIDATES)
                .map(row -> earner(row, day))
                .filter(one -> one.value() > 0)
                .sorted(Comparator.comparingDouble(Earner::value).reversed())
                .limit(MOST)
                .toList();
    }

    private Earner earner(int row, int day) {
        PostFrame posts = view.posts();
        int account = posts.account(row);
        return new Earner(
                posts.id(row),
                view.platform(account),
                Instant.ofEpochSecond(posts.publishedAt(row)),
                posts.contentType(row),
                value(row, account, day));
    }

    /// `NaN` where nothing is known of the post on the day.
    private double value(int row, int account, int day) {
        DayFrame days = view.frame().postDays().alone(row).days();
        Column column = days.column(measure);
        DayFrame.Run run = days.run(account, day, day + 1);
        return column == null || run.from() >= run.end() ? Double.NaN : column.value(run.rows()[run.from()]);
    }
}
