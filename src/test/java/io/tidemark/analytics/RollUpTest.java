package io.tidemark.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.frame.ActivityFrame;
import io.tidemark.frame.AgedPosts;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.Growth;
import io.tidemark.frame.Labels;
import io.tidemark.frame.PostDays;
import io.tidemark.frame.PostFrame;
import io.tidemark.frame.Restatements;
import io.tidemark.frame.Wordings;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Answers about many posts come from roll-ups by day and month, and are what the posts add up to one by one.
class RollUpTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 120;
    private static final int POSTS = 12_000;
    private static final Instant NOW = Instant.parse("2026-08-01T00:00:00Z");
    private static final List<FrameAccount> ACCOUNTS = List.of(
            new FrameAccount(1, Platform.LINKEDIN, "a", "A", true),
            new FrameAccount(2, Platform.MASTODON, "b", "B", true));
    /// Parts of months at both ends.
    private static final Period PERIOD = new Period(FIRST.plusDays(10), FIRST.plusDays(DAYS - 12));

    private record Post(int account, LocalDate day, Boosted boosted, MetricValues values) {}

    private final List<Post> posts = posts();
    private final Frame frame = frame();

    @Test
    void sumsAndRatesOfAnyRangeAreThoseOfItsPosts() {
        assertThat(Objects.requireNonNull(frame.posts().cells()).size()).isLessThan(POSTS / 2);
        assertAnswers(Set.of());
    }

    @Test
    void filtersThatCutThroughAnAccountsPostsAreAnsweredAlike() {
        assertAnswers(Set.of(Boosted.NO));
        assertAnswers(Set.of(Boosted.YES, Boosted.UNKNOWN));
    }

    private void assertAnswers(Set<Boosted> boosted) {
        AnalyticsQuery query = AnalyticsQuery.DEFAULT
                .over(new PeriodChoice.Dates(PERIOD))
                .on(Basis.Choice.PUBLISHED)
                .with(new Filters(Set.of(), Set.of(), Set.of(), boosted));

        OverviewAnswer answer = Overview.compute(frame, query, NOW);

        List<Post> counted = posts.stream()
                .filter(post ->
                        !post.day().isBefore(PERIOD.from()) && !post.day().isAfter(PERIOD.to()))
                .filter(post -> boosted.isEmpty() || boosted.contains(post.boosted()))
                .toList();
        assertThat(answer.published().posts().value()).isEqualTo(counted.size());
        assertThat(Objects.requireNonNull(answer.metrics().get("comments")).value())
                .isEqualTo(counted.stream()
                        .mapToDouble(post -> post.values().orNaN(Metric.COMMENTS))
                        .sum());
        for (PlatformAnswer platform : answer.platforms()) {
            assertRate(
                    platform,
                    counted.stream()
                            .filter(post -> ACCOUNTS.get(post.account()).platform() == platform.platform())
                            .toList());
        }
    }

    /// LinkedIn divides by impressions, Mastodon by followers, of which there were always a thousand.
    private static void assertRate(PlatformAnswer platform, List<Post> posts) {
        boolean byLevel = platform.platform() == Platform.MASTODON;
        double[] above =
                posts.stream().mapToDouble(post -> engagement(post, byLevel)).toArray();
        double[] below = posts.stream()
                .mapToDouble(post -> byLevel ? 1_000 : post.values().orNaN(Metric.IMPRESSIONS))
                .toArray();
        RatioOfSums expected = AnalyticsCalculator.engagementRate(above, below, Coverage.Unit.POST, post -> true);
        RatioInterval interval =
                AnalyticsCalculator.interval(above, below, RateSample.LEVEL).orElseThrow();

        RateAnswer rate = Objects.requireNonNull(platform.rates().get("engagement_rate"));

        assertThat(rate.value()).isEqualTo(expected.numerator() / expected.denominator());
        assertThat(rate.coverage()).isEqualTo(expected.coverage());
        List<Double> told = Objects.requireNonNull(rate.interval());
        assertThat(told.get(0)).isCloseTo(interval.low(), Offset.offset(1e-11 * interval.low()));
        assertThat(told.get(1)).isCloseTo(interval.high(), Offset.offset(1e-11 * interval.high()));
    }

    private static double engagement(Post post, boolean byLevel) {
        return AnalyticsCalculator.engagement(
                        Engagement.PUBLIC,
                        byLevel ? Platform.MASTODON : Platform.LINKEDIN,
                        ContentType.TEXT,
                        post.values())
                .orElse(Double.NaN);
    }

    private static List<Post> posts() {
        Random random = new Random(3);
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < POSTS; i++) {
            MetricValues.Builder values = MetricValues.builder().put(Metric.COMMENTS, random.nextInt(50));
            int account = random.nextInt(2);
            values.put(account == 0 ? Metric.REACTIONS : Metric.LIKES, random.nextInt(500));
            values.put(account == 0 ? Metric.SHARES : Metric.REPOSTS, random.nextInt(20));
            if (account == 0 && random.nextInt(10) > 0) {
                values.put(Metric.IMPRESSIONS, random.nextInt(20_000));
            }
            posts.add(new Post(
                    account,
                    FIRST.plusDays(random.nextInt(DAYS)),
                    Boosted.values()[random.nextInt(3)],
                    values.build()));
        }
        posts.sort(Comparator.comparing(Post::day));
        return posts;
    }

    private Frame frame() {
        PostFrame.Builder rows = PostFrame.builder(POSTS);
        for (int i = 0; i < POSTS; i++) {
            Post post = posts.get(i);
            rows.add(
                    i + 1L,
                    post.account(),
                    post.day().atStartOfDay(ZoneOffset.UTC).toEpochSecond() + 60,
                    post.day(),
                    ContentType.TEXT,
                    post.boosted(),
                    post.values());
        }
        DayFrame.Builder days = DayFrame.builder(1);
        days.add(1, FIRST, NOW.getEpochSecond(), MetricValues.of(Map.of(Metric.FOLLOWERS, 1_000.0)));
        PostFrame built = rows.build();
        return new Frame(
                1,
                1,
                ZoneOffset.UTC,
                DayOfWeek.MONDAY,
                null,
                null,
                null,
                ACCOUNTS,
                built,
                days.build(),
                Labels.NONE,
                ActivityFrame.NONE,
                age -> AgedPosts.builder(0).build(built, ACCOUNTS),
                Growth.NONE,
                PostDays.none(built, ACCOUNTS),
                Wordings.none(built),
                Restatements.NONE);
    }
}
