package io.tidemark.analytics;

import static io.tidemark.analytics.Values.reporting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.frame.AgedPosts;
import io.tidemark.frame.Ages;
import io.tidemark.frame.Frame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.metric.StandardAge;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EqualAgeTest {
    private static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");
    /// 20 to 29 October against 10 to 19 October.
    private static final AnalyticsQuery TEN_DAYS = AnalyticsQuery.DEFAULT
            .over(new PeriodChoice.Dates(new Period(LocalDate.of(2026, 10, 20), LocalDate.of(2026, 10, 29))))
            .on(Basis.Choice.PUBLISHED);

    private final List<StandardAge> asked = new ArrayList<>();

    @Test
    void postsCompareAsTheyWereAtTheLargestAgeThatNearlyAllHaveReached() {
        FrameBuilder posts = linkedin();
        everyDay(posts, "2026-10-10", 20, linkedin(1000, 50));
        Frame frame = withAges(posts, Map.of(StandardAge.H168, row -> row < 10 ? linkedin(100, 4) : linkedin(120, 6)));

        PublishedAnswer published = Overview.compute(frame, TEN_DAYS, NOW).published();

        PublishedAnswer.EqualAge equal = published.equalAge();
        assertThat(equal.ageHours()).isEqualTo(168);
        assertThat(equal.leftOut()).isZero();
        assertThat(equal.previousLeftOut()).isEqualTo(0);
        MetricAnswer impressions = metric(equal, "impressions");
        assertThat(impressions.value()).isEqualTo(1200);
        assertThat(impressions.previous()).isEqualTo(1000);
        assertThat(impressions.changeRatio()).isCloseTo(0.2, within(1e-12));
        assertThat(impressions.changeStatus()).isEqualTo(ChangeStatus.OK);
        assertThat(impressions.coverage()).isEqualTo(new Coverage(Coverage.Unit.POST, 10, 10, 10));
        assertThat(impressions.estimated()).isTrue();
        assertThat(metric(equal, "engagement").value()).isEqualTo(60);
        RateAnswer rate = Objects.requireNonNull(equal.rates().get("engagement_rate"));
        assertThat(rate.value()).isCloseTo(60 / 1200.0, within(1e-12));
        assertThat(rate.changePoints()).isCloseTo(0.01, within(1e-12));
        assertThat(Objects.requireNonNull(equal.rates().get("engagement_per_post"))
                        .previous())
                .isEqualTo(4.0);
        assertThat(asked)
                .as("28 days have not passed since the 20th of October")
                .containsExactly(StandardAge.H168);
    }

    @Test
    void aPostThatHasNotReachedTheAgeIsLeftOutAndCounted() {
        FrameBuilder posts = linkedin();
        everyDay(posts, "2026-10-10", 20, linkedin(1000, 50));
        Frame frame = withAges(posts, Map.of(StandardAge.H72, row -> row == 15 ? null : linkedin(100, 4)));

        PublishedAnswer published = Overview.compute(frame, TEN_DAYS, NOW).published();

        assertThat(published.posts()).isEqualTo(new PublishedAnswer.Posts(10, 10, 0));
        assertThat(published.equalAge().ageHours()).isEqualTo(72);
        assertThat(published.equalAge().leftOut()).isEqualTo(1);
        assertThat(metric(published.equalAge(), "impressions").value()).isEqualTo(900);
        assertThat(asked).containsExactly(StandardAge.H168, StandardAge.H72);
    }

    @Test
    void withoutAnAgeThatNineInTenHaveReachedThereIsNoComparison() {
        FrameBuilder posts = linkedin();
        everyDay(posts, "2026-10-10", 20, linkedin(1000, 50));
        Frame frame = withAges(posts, Map.of(StandardAge.H24, row -> row < 2 ? null : linkedin(100, 4)));

        PublishedAnswer.EqualAge equal =
                Overview.compute(frame, TEN_DAYS, NOW).published().equalAge();

        assertThat(equal.ageHours()).isNull();
        assertThat(equal.leftOut()).isEqualTo(10);
        assertThat(equal.metrics()).isEmpty();
        assertThat(equal.reason()).asString().contains("nine in ten");
    }

    @Test
    void youngPostsAreNotWaitedFor() {
        FrameBuilder posts = linkedin();
        everyDay(posts, "2026-11-01", 9, linkedin(10, 1));
        Frame frame = withAges(posts, Map.of(StandardAge.H24, row -> linkedin(5, 1)));
        AnalyticsQuery lastFour =
                TEN_DAYS.over(new PeriodChoice.Dates(new Period(LocalDate.of(2026, 11, 6), LocalDate.of(2026, 11, 9))));

        assertThat(Overview.compute(frame, lastFour, NOW).published().equalAge().ageHours())
                .isEqualTo(24);
        assertThat(asked).containsExactly(StandardAge.H24);
    }

    @Test
    void boostedPostsAreLeftOutUnlessTheyAreAskedFor() {
        FrameBuilder posts = linkedin();
        everyDay(posts, "2026-10-10", 20, linkedin(1000, 50));
        posts.post(0, "2026-10-29T20:00:00Z", ContentType.TEXT, Boosted.YES, linkedin(90_000, 50))
                .post(0, "2026-10-19T20:00:00Z", ContentType.TEXT, Boosted.YES, linkedin(90_000, 50));
        Frame frame = withAges(
                posts, Map.of(StandardAge.H168, row -> row == 21 || row == 10 ? linkedin(5000, 9) : linkedin(100, 4)));

        PublishedAnswer without = Overview.compute(frame, TEN_DAYS, NOW).published();
        PublishedAnswer only = Overview.compute(
                        frame, TEN_DAYS.with(new Filters(Set.of(), Set.of(), Set.of(), Set.of(Boosted.YES))), NOW)
                .published();

        assertThat(without.boostedLeftOut()).isEqualTo(1);
        assertThat(without.equalAge().leftOut()).isZero();
        assertThat(metric(without.equalAge(), "impressions").value()).isEqualTo(1000);
        assertThat(only.boostedLeftOut()).isZero();
        assertThat(metric(only.equalAge(), "impressions").value()).isEqualTo(5000);
    }

    @Test
    void nothingIsComparedWithNothing() {
        FrameBuilder posts = linkedin();
        everyDay(posts, "2026-10-20", 10, linkedin(1000, 50));
        Frame frame = withAges(posts, Map.of(StandardAge.H24, row -> linkedin(100, 4)));

        assertThat(Overview.compute(frame, TEN_DAYS, NOW).published().equalAge().reason())
                .hasToString("One of the two periods has no posts to compare.");
        assertThat(Overview.compute(frame, TEN_DAYS.comparing(Comparison.of(Comparison.Rule.NONE)), NOW)
                        .published()
                        .equalAge()
                        .reason())
                .hasToString("Nothing is compared.");
        assertThat(asked).isEmpty();
    }

    private interface AtRow {
        @Nullable
        MetricValues of(int row);
    }

    /// A frame in which posts have the given values at the given ages.
    private Frame withAges(FrameBuilder builder, Map<StandardAge, AtRow> values) {
        Frame plain = builder.build();
        Ages ages = age -> {
            asked.add(age);
            AgedPosts.Builder aged = AgedPosts.builder(plain.posts().size());
            AtRow atRow = values.get(age);
            for (int row = 0; row < plain.posts().size() && atRow != null; row++) {
                MetricValues at = atRow.of(row);
                if (at != null) {
                    aged.post(plain.posts().id(row));
                    at.present().forEach(metric -> aged.set(metric, at.orNaN(metric)));
                }
            }
            return aged.build(plain.posts(), plain.accounts());
        };
        return builder.ages(ages).build();
    }

    private static FrameBuilder linkedin() {
        return new FrameBuilder("UTC").account(Platform.LINKEDIN);
    }

    private static void everyDay(FrameBuilder frame, String from, int days, MetricValues values) {
        for (int day = 0; day < days; day++) {
            frame.post(0, LocalDate.parse(from).plusDays(day) + "T10:00:00Z", ContentType.TEXT, values);
        }
    }

    private static MetricValues linkedin(int impressions, int reactions) {
        return reporting(
                Metric.IMPRESSIONS, impressions, Metric.REACTIONS, reactions, Metric.COMMENTS, 0, Metric.SHARES, 0);
    }

    private static MetricAnswer metric(PublishedAnswer.EqualAge equal, String key) {
        return Objects.requireNonNull(equal.metrics().get(key), key);
    }
}
