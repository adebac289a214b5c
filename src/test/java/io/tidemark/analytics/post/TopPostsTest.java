package io.tidemark.analytics.post;

import static io.tidemark.analytics.post.PostSample.reporting;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Filters;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.post.TopPosts.Question;
import io.tidemark.analytics.post.TopPosts.Rank;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopPostsTest {
    private static final Period FEBRUARY = new Period(LocalDate.parse("2026-02-01"), LocalDate.parse("2026-02-28"));
    private static final PostKey LIKES = new PostKey.OfMetric(Metric.LIKES);

    @Test
    void ranksByTheMetricAndSharesARankOnATie() {
        TopPosts top = top(likes(3, 9, 5, 9), Filters.NONE, LIKES, 3);

        assertThat(top.posts()).extracting(TopPosts.Ranked::rank).containsExactly(1, 1, 3);
        assertThat(top.posts()).extracting(TopPosts.Ranked::row).containsExactly(1, 3, 2);
        assertThat(top.posts()).extracting(TopPosts.Ranked::score).containsExactly(9.0, 9.0, 5.0);
        assertThat(top.considered()).isEqualTo(4);
    }

    @Test
    void boostedPostsStoriesAndRepliesAreLeftOutUntilAFilterNamesThem() {
        PostSample sample = new PostSample()
                .account(Platform.INSTAGRAM)
                .post(0, "2026-02-01T10:00:00Z", ContentType.IMAGE, Boosted.NO, reporting(Metric.LIKES, 1))
                .post(0, "2026-02-02T10:00:00Z", ContentType.IMAGE, Boosted.YES, reporting(Metric.LIKES, 2))
                .post(0, "2026-02-03T10:00:00Z", ContentType.STORY, Boosted.NO, reporting(Metric.LIKES, 3))
                .post(0, "2026-02-04T10:00:00Z", ContentType.STORY, Boosted.YES, reporting(Metric.LIKES, 4))
                .post(0, "2026-02-05T10:00:00Z", ContentType.REPLY, Boosted.UNKNOWN, reporting(Metric.LIKES, 5))
                .post(0, "2026-02-06T10:00:00Z", ContentType.IMAGE, Boosted.UNKNOWN, MetricValues.NONE)
                .post(0, "2026-03-01T10:00:00Z", ContentType.IMAGE, Boosted.NO, reporting(Metric.LIKES, 99));
        Filters everything = new Filters(Set.of(), Set.of(), Set.of(ContentType.values()), Set.of(Boosted.values()));

        TopPosts usual = top(sample, Filters.NONE, LIKES, 10);
        TopPosts all = top(sample, everything, LIKES, 10);

        assertThat(usual.posts()).extracting(TopPosts.Ranked::row).containsExactly(0);
        assertThat(usual.leftOut()).isEqualTo(new TopPosts.LeftOut(2, 1, 1, 1));
        assertThat(all.posts()).extracting(TopPosts.Ranked::row).containsExactly(4, 3, 2, 1, 0);
        assertThat(all.leftOut()).isEqualTo(new TopPosts.LeftOut(0, 0, 0, 1));
    }

    @Test
    void aMissingPartOfAnEngagementIsNoZero() {
        // On LinkedIn engagement needs reactions, comments and shares.
        PostSample sample = new PostSample()
                .account(Platform.LINKEDIN)
                .post(
                        0,
                        "2026-02-01T10:00:00Z",
                        ContentType.TEXT,
                        Boosted.NO,
                        reporting(Metric.REACTIONS, 500, Metric.COMMENTS, 9))
                .post(
                        0,
                        "2026-02-02T10:00:00Z",
                        ContentType.TEXT,
                        Boosted.NO,
                        reporting(Metric.REACTIONS, 3, Metric.COMMENTS, 1, Metric.SHARES, 0));

        TopPosts top = top(sample, Filters.NONE, PostKey.Derived.ENGAGEMENT, 10);

        assertThat(top.posts()).extracting(TopPosts.Ranked::score).containsExactly(4.0);
        assertThat(top.leftOut().withoutValue()).isEqualTo(1);
    }

    @Test
    void aRateDividesByWhatThePlatformHasUnlessAnotherIsChosen() {
        PostSample sample = new PostSample()
                .account(Platform.MASTODON)
                .followers(0, "2026-02-01", 200)
                .followers(0, "2026-02-03", 400)
                .post(
                        0,
                        "2026-02-02T10:00:00Z",
                        ContentType.TEXT,
                        Boosted.NO,
                        reporting(Metric.LIKES, 5, Metric.COMMENTS, 3, Metric.REPOSTS, 2, Metric.QUOTES, 0));
        PostNumbers byFollowers = sample.numbers(AnalyticsQuery.DEFAULT);
        PostNumbers byImpressions = sample.numbers(AnalyticsQuery.DEFAULT.ratedBy(Denominator.IMPRESSIONS));

        // Ten acts for the 200 followers of the day of publication.
        assertThat(byFollowers.engagementRate(0)).isEqualTo(0.05);
        assertThat(byImpressions.engagementRate(0)).isNaN();
    }

    @Test
    void aPercentileStandsWithinAccountAndTypeAndCountsTiesByHalf() {
        PostSample sample = likes(3, 9, 5, 9);
        sample.account(Platform.INSTAGRAM)
                .post(1, "2026-02-20T10:00:00Z", ContentType.IMAGE, Boosted.NO, reporting(Metric.LIKES, 1))
                .post(0, "2026-02-21T10:00:00Z", ContentType.REEL, Boosted.NO, reporting(Metric.LIKES, 100))
                .post(0, "2026-02-22T10:00:00Z", ContentType.IMAGE, Boosted.NO, MetricValues.NONE)
                .post(0, "2026-03-05T10:00:00Z", ContentType.IMAGE, Boosted.NO, reporting(Metric.LIKES, 7));

        List<TopPosts.Ranked> ranked = top(sample, Filters.NONE, LIKES, 10).posts();

        // Images of the first account have 3, 5, 7, 9 and 9 likes, whenever they were published.
        assertThat(ranked)
                .extracting(TopPosts.Ranked::percentile)
                .containsExactly(
                        null,
                        new Percentile(0.875, 5),
                        new Percentile(0.875, 5),
                        new Percentile(0.25, 5),
                        new Percentile(0, 5),
                        null);
    }

    @Test
    void aRateOfFewImpressionsDoesNotLeadAFairRanking() {
        PostSample sample = new PostSample().account(Platform.LINKEDIN);
        for (int i = 0; i < 24; i++) {
            sample.post(
                    0,
                    "2026-02-%02dT10:00:00Z".formatted(i + 1),
                    ContentType.IMAGE,
                    Boosted.NO,
                    rated(10_000, i < 12 ? 200 : 400));
        }
        sample.post(0, "2026-02-26T10:00:00Z", ContentType.IMAGE, Boosted.NO, rated(10, 2));
        PostNumbers numbers = sample.numbers(AnalyticsQuery.DEFAULT);

        TopPosts plain = TopPosts.of(
                numbers, FEBRUARY, Filters.NONE, new Question(PostKey.Derived.ENGAGEMENT_RATE, Rank.VALUE, 1));
        TopPosts fair = TopPosts.of(
                numbers, FEBRUARY, Filters.NONE, new Question(PostKey.Derived.ENGAGEMENT_RATE, Rank.FAIR, 25));

        assertThat(plain.posts().getFirst().row()).isEqualTo(24);
        assertThat(fair.posts().getFirst().row()).isEqualTo(12);
        assertThat(fair.posts().getFirst().score()).isBetween(0.038, 0.04);
        TopPosts.Ranked fluke = fair.posts().stream()
                .filter(post -> post.row() == 24)
                .findFirst()
                .orElseThrow();
        assertThat(fluke.score()).isBetween(0.03, 0.04);
        assertThat(fluke.fair()).isNotNull().satisfies(score -> {
            assertThat(score.raw()).isEqualTo(0.2);
            assertThat(score.low()).isLessThan(fluke.score());
            assertThat(score.high()).isGreaterThan(fluke.score());
            assertThat(score.poolSize()).isEqualTo(25);
        });
        assertThat(fair.considered()).isEqualTo(25);
    }

    private static MetricValues rated(int impressions, int reactions) {
        return reporting(
                Metric.IMPRESSIONS, impressions, Metric.REACTIONS, reactions, Metric.COMMENTS, 0, Metric.SHARES, 0);
    }

    private static PostSample likes(int... likes) {
        PostSample sample = new PostSample().account(Platform.INSTAGRAM);
        for (int i = 0; i < likes.length; i++) {
            String at = "2026-02-1%dT10:00:00Z".formatted(i);
            sample.post(0, at, ContentType.IMAGE, Boosted.NO, reporting(Metric.LIKES, likes[i]));
        }
        return sample;
    }

    private static TopPosts top(PostSample sample, Filters filters, PostKey key, int limit) {
        return TopPosts.of(
                sample.numbers(AnalyticsQuery.DEFAULT.with(filters)),
                FEBRUARY,
                filters,
                new Question(key, Rank.VALUE, limit));
    }
}
