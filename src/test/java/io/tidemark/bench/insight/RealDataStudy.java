package io.tidemark.bench.insight;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Basis;
import io.tidemark.analytics.ContentTypes;
import io.tidemark.analytics.ContentTypesAnswer;
import io.tidemark.analytics.Filters;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.PeriodChoice;
import io.tidemark.analytics.Range;
import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.timing.BestTimes;
import io.tidemark.analytics.insight.timing.BestTimesQuestion;
import io.tidemark.analytics.insight.timing.TimingConclusion;
import io.tidemark.analytics.insight.trend.TrendAnalysis;
import io.tidemark.analytics.insight.trend.TrendMetric;
import io.tidemark.analytics.post.PostKey;
import io.tidemark.analytics.post.PostNumbers;
import io.tidemark.analytics.post.TopPosts;
import io.tidemark.frame.Frame;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// Says what the insights make of openly licensed data sets of real posts.
public final class RealDataStudy {
    private static final int BEST = 5;

    private RealDataStudy() {}

    /// @param arguments the folder of the data sets
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("Name the folder of the data sets");
        }
        Path folder = Path.of(arguments[0]);
        print("UCI Facebook metrics", RealPosts.brand(folder), Instant.parse("2015-03-01T00:00:00Z"));
        print("UCI Thai live sellers", RealPosts.sellers(folder), Instant.parse("2018-09-01T00:00:00Z"));
        for (String network : new String[] {"Facebook", "GooglePlus", "LinkedIn"}) {
            double[] hours =
                    RealPosts.halfLives(folder.resolve("uci-news-popularity/%s_Palestine.csv".formatted(network)));
            System.out.printf(
                    Locale.ROOT,
                    "- %s: half of the shares after two days come within %.1f h (median of %d items; a quarter of them"
                            + " within %.1f h, three quarters within %.1f h)%n",
                    network,
                    hours[hours.length / 2],
                    hours.length,
                    hours[hours.length / 4],
                    hours[3 * hours.length / 4]);
        }
    }

    private static void print(String name, Frame frame, Instant now) {
        System.out.printf("%n## %s%n%n", name);
        AnalyticsQuery query =
                AnalyticsQuery.DEFAULT.over(new PeriodChoice.Named(Range.ALL)).on(Basis.Choice.PUBLISHED);
        frame.accounts().forEach(page -> {
            AnalyticsQuery one = query.with(new Filters(Set.of(), Set.of(page.id()), Set.of(), Set.of()));
            TimingConclusion times = BestTimes.compute(frame, one, BestTimesQuestion.DEFAULT, now)
                    .conclusion();
            System.out.printf(
                    "Best times of %s (%d posts): %s%n%n",
                    page.name(), times.evidence().n(), times.text());
        });
        for (ContentTypesAnswer.Row row :
                ContentTypes.compute(frame, query, now).contentTypes()) {
            System.out.printf(
                    Locale.ROOT,
                    "- %s: %d posts, %.1f reactions, comments and shares each%n",
                    row.contentType().key(),
                    row.published().posts().value(),
                    Objects.requireNonNull(row.perPost().get("engagement")).value());
        }
        top(frame, query, now);
        System.out.println("\nTrend: "
                + TrendAnalysis.compute(frame, query, TrendMetric.ENGAGEMENT, now)
                        .anomalies()
                        .text());
    }

    private static void top(Frame frame, AnalyticsQuery query, Instant now) {
        View view = new View(frame, query.filters(), now);
        Period all = view.period(query.period());
        PostNumbers numbers = new PostNumbers(view, query);
        TopPosts raw = ranked(numbers, all, query, TopPosts.Rank.VALUE);
        TopPosts fair = ranked(numbers, all, query, TopPosts.Rank.FAIR);
        System.out.printf("%nBest by engagement rate, of %d (left out: %s)%n%n", raw.considered(), raw.leftOut());
        raw.posts()
                .forEach(post ->
                        System.out.printf(Locale.ROOT, "- as it is: post %d, %.4f%n", post.row(), post.score()));
        fair.posts()
                .forEach(post -> System.out.printf(Locale.ROOT, "- fair: post %d, %.4f%n", post.row(), post.score()));
    }

    private static TopPosts ranked(PostNumbers numbers, Period period, AnalyticsQuery query, TopPosts.Rank rank) {
        return TopPosts.of(
                numbers, period, query.filters(), new TopPosts.Question(PostKey.Derived.ENGAGEMENT_RATE, rank, BEST));
    }
}
