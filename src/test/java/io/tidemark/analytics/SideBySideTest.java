package io.tidemark.analytics;

import static io.tidemark.analytics.Values.reporting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.frame.Frame;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Platforms, content types and accounts beside one another.
class SideBySideTest {
    private static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");
    private static final AnalyticsQuery FOUR_DAYS = AnalyticsQuery.DEFAULT.over(
            new PeriodChoice.Dates(new Period(LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 8))));

    @Test
    void platformsStandInTotalPerPostPerFollowerAndAsSharesOfWhatAdds() {
        FrameBuilder frame = new FrameBuilder("UTC")
                .account(Platform.LINKEDIN)
                .account(Platform.X)
                .post(0, "2026-10-05T10:00:00Z", ContentType.TEXT, linkedin(600, 20, 6, 3))
                .post(0, "2026-10-06T10:00:00Z", ContentType.TEXT, linkedin(200, 10, 2, 1))
                .post(0, "2026-10-07T10:00:00Z", ContentType.TEXT, reporting(Metric.REACTIONS, 1))
                .post(1, "2026-10-06T10:00:00Z", ContentType.TEXT, reporting(Metric.IMPRESSIONS, 200))
                .day(0, "2026-10-04", reporting(Metric.FOLLOWERS, 380))
                .day(0, "2026-10-08", reporting(Metric.FOLLOWERS, 400));

        PlatformComparisonAnswer answer =
                PlatformComparison.compute(frame.build(), FOUR_DAYS.on(Basis.Choice.PUBLISHED), NOW);

        assertThat(answer.platforms())
                .extracting(PlatformComparisonAnswer.Row::platform)
                .containsExactly(Platform.LINKEDIN, Platform.X);
        PlatformComparisonAnswer.Row linkedin = answer.platforms().getFirst();
        assertThat(linkedin.accounts()).isEqualTo(1);
        assertThat(Objects.requireNonNull(linkedin.metrics().get("impressions")).value())
                .isEqualTo(800);
        assertThat(linkedin.share()).containsEntry("impressions", 0.8).doesNotContainKeys("reach", "followers");
        AverageAnswer perPost = Objects.requireNonNull(linkedin.perPost().get("impressions"));
        assertThat(perPost.value()).as("of two posts that report them").isEqualTo(400);
        assertThat(perPost.coverage()).isEqualTo(new Coverage(Coverage.Unit.POST, 2, 3, 3));
        assertThat(linkedin.perFollower()).containsEntry("impressions", 2.0);
        assertThat(rate(linkedin, "follower_growth").value()).isCloseTo(20 / 380.0, within(1e-12));
        assertThat(rate(linkedin, "virality").value()).isCloseTo(4 / 800.0, within(1e-12));
        assertThat(rate(linkedin, "virality").by()).isEqualTo(Denominator.IMPRESSIONS);
        assertThat(rate(linkedin, "conversation").value()).isEqualTo(4.0);
        assertThat(rate(linkedin, "amplification").value()).isEqualTo(2.0);
        assertThat(rate(linkedin, "applause").value()).isCloseTo(31 / 3.0, within(1e-12));
        PlatformComparisonAnswer.Row x = answer.platforms().getLast();
        assertThat(x.perFollower()).as("nobody read its followers").containsEntry("impressions", null);
        assertThat(x.share()).containsEntry("shares", null);
        assertThat(answer.definitions()).containsKeys("engagement/1", "virality/1");
    }

    @Test
    void contentTypesTellTheirPostsTotalsAveragesAndRates() {
        FrameBuilder frame = new FrameBuilder("UTC")
                .account(Platform.LINKEDIN)
                .post(0, "2026-10-05T10:00:00Z", ContentType.TEXT, linkedin(600, 20, 6, 4))
                .post(0, "2026-10-06T10:00:00Z", ContentType.TEXT, linkedin(200, 10, 0, 0))
                .post(0, "2026-10-06T11:00:00Z", ContentType.TEXT, linkedin(200, 10, 0, 0))
                .post(0, "2026-10-07T10:00:00Z", ContentType.VIDEO, linkedin(1000, 90, 10, 0));

        ContentTypesAnswer answer = ContentTypes.compute(frame.build(), FOUR_DAYS.on(Basis.Choice.PUBLISHED), NOW);

        assertThat(answer.posts()).isEqualTo(4);
        assertThat(answer.contentTypes())
                .extracting(ContentTypesAnswer.Row::contentType)
                .containsExactly(ContentType.TEXT, ContentType.VIDEO);
        ContentTypesAnswer.Row text = answer.contentTypes().getFirst();
        assertThat(text.shareOfPosts()).isEqualTo(0.75);
        assertThat(text.published().posts().value()).isEqualTo(3);
        assertThat(Objects.requireNonNull(text.metrics().get("impressions")).value())
                .isEqualTo(1000);
        assertThat(Objects.requireNonNull(text.rates().get("engagement_rate")).value())
                .isCloseTo(50 / 1000.0, within(1e-12));
        assertThat(Objects.requireNonNull(text.perPost().get("engagement")).value())
                .isCloseTo(50 / 3.0, within(1e-12));
        ContentTypesAnswer.Row video = answer.contentTypes().getLast();
        assertThat(Objects.requireNonNull(video.rates().get("engagement_rate")).value())
                .isCloseTo(0.1, within(1e-12));
        assertThat(video.metrics()).doesNotContainKey("followers");
    }

    @Test
    void contentTypesOfEachPlatformAreOnTheBasisAndOfTheDaysOfTheWhole() {
        // By itself X has no days, and all of its days begin later.
        Frame frame = new FrameBuilder("UTC")
                .account(Platform.LINKEDIN)
                .account(Platform.X)
                .post(0, "2026-10-01T10:00:00Z", ContentType.TEXT, linkedin(600, 20, 6, 4))
                .post(0, "2026-10-02T10:00:00Z", ContentType.VIDEO, linkedin(200, 10, 0, 0))
                .post(1, "2026-10-06T10:00:00Z", ContentType.TEXT, linkedin(100, 5, 0, 0))
                .build();
        AnalyticsQuery query = FOUR_DAYS.over(new PeriodChoice.Named(Range.ALL));

        ContentTypesAnswer whole = ContentTypes.compute(frame, query, NOW);
        ContentTypesAnswer answer = ContentTypes.byPlatform(frame, query, NOW);

        assertThat(whole.platforms()).isEmpty();
        assertThat(answer.split(List.of())).isEqualTo(whole);
        assertThat(answer.platforms())
                .extracting(ContentTypesAnswer.OfPlatform::platform)
                .containsExactly(Platform.LINKEDIN, Platform.X);
        ContentTypesAnswer.OfPlatform linkedIn = answer.platforms().getFirst();
        assertThat(linkedIn.posts()).isEqualTo(2);
        assertThat(linkedIn.contentTypes())
                .extracting(ContentTypesAnswer.Row::contentType)
                .containsExactly(ContentType.TEXT, ContentType.VIDEO);
        assertThat(linkedIn.contentTypes().getFirst().shareOfPosts()).isEqualTo(0.5);
        ContentTypesAnswer.OfPlatform x = answer.platforms().getLast();
        assertThat(x.posts()).isEqualTo(1);
        assertThat(Objects.requireNonNull(x.contentTypes().getFirst().metrics().get("impressions"))
                        .value())
                .isEqualTo(100);
        assertThat(Objects.requireNonNull(x.contentTypes().getFirst().metrics().get("impressions"))
                        .previous())
                .isNull();
    }

    @Test
    void onTheActivityBasisTypesTellWhatHappenedOnTheirPosts() {
        FrameBuilder frame = new FrameBuilder("UTC")
                .account(Platform.LINKEDIN)
                .days(0, "2026-10-01", "2026-10-08", reporting(Metric.IMPRESSIONS, 5000))
                .activities(0, "2026-10-01", "2026-10-08", ContentType.TEXT, linkedin(10, 1, 0, 0))
                .activities(0, "2026-10-05", "2026-10-08", ContentType.VIDEO, linkedin(30, 3, 0, 0))
                .post(0, "2026-10-05T10:00:00Z", ContentType.TEXT, linkedin(600, 20, 6, 4));

        ContentTypesAnswer answer = ContentTypes.compute(frame.build(), FOUR_DAYS, NOW);

        assertThat(answer.period().basis()).isEqualTo(Basis.ACTIVITY);
        assertThat(answer.period().basisReason().english())
                .isEqualTo("readings of posts cover 4 of 4 account-days in view");
        ContentTypesAnswer.Row text = answer.contentTypes().getFirst();
        MetricAnswer impressions = Objects.requireNonNull(text.metrics().get("impressions"));
        assertThat(impressions.value()).isEqualTo(40);
        assertThat(impressions.previous()).isEqualTo(40);
        assertThat(impressions.sources()).containsExactly("post_activity");
        ContentTypesAnswer.Row video = answer.contentTypes().getLast();
        assertThat(video.contentType()).isEqualTo(ContentType.VIDEO);
        assertThat(video.published().posts().value()).as("published earlier").isZero();
        assertThat(Objects.requireNonNull(video.metrics().get("impressions")).value())
                .isEqualTo(120);
        assertThat(Objects.requireNonNull(video.rates().get("engagement_rate")).value())
                .isCloseTo(0.1, within(1e-12));
    }

    @Test
    void trendsSplitByAccountAndTellEngagementAndItsRateOnRequest() {
        FrameBuilder frame = new FrameBuilder("UTC")
                .account(Platform.LINKEDIN)
                .account(Platform.LINKEDIN)
                .days(0, "2026-10-05", "2026-10-08", linkedin(100, 10, 0, 0))
                .day(1, "2026-10-06", linkedin(300, 6, 0, 0));
        TrendsRequest wanted = new TrendsRequest(
                Granularity.DAY, EnumSet.of(Metric.IMPRESSIONS), true, true, TrendsRequest.Split.ACCOUNT, null);

        TrendsAnswer answer = Trends.compute(frame.build(), FOUR_DAYS.on(Basis.Choice.ACTIVITY), wanted, NOW);

        assertThat(values(answer.points().get(1))).containsExactly(400.0, 16.0, 0.04);
        assertThat(answer.series()).hasSize(2);
        TrendsAnswer.Series second = answer.series().getLast();
        assertThat(second.account()).isEqualTo(new TrendsAnswer.Account(2, "account2", "Account 2"));
        assertThat(values(second.points().getFirst())).containsExactly(null, null, null);
        assertThat(values(second.points().get(1))).containsExactly(300.0, 6.0, 0.02);
        assertThat(Objects.requireNonNull(answer.rate()).by()).isEqualTo(Denominator.IMPRESSIONS);
    }

    @Test
    void byDayWhatPeopleTookBackIsNoShareEither() {
        FrameBuilder frame = new FrameBuilder("UTC")
                .account(Platform.BLUESKY)
                .activities(0, "2026-09-01", "2026-09-30", ContentType.IMAGE, reporting(Metric.LIKES, 2))
                .activities(0, "2026-10-01", "2026-10-31", ContentType.IMAGE, reporting(Metric.LIKES, -1));
        AnalyticsQuery october = AnalyticsQuery.DEFAULT
                .over(new PeriodChoice.Named(Range.LAST_MONTH))
                .on(Basis.Choice.ACTIVITY);

        MetricAnswer likes = Objects.requireNonNull(
                Overview.compute(frame.build(), october, NOW).metrics().get("likes"));

        assertThat(likes.perDay()).isEqualTo(new MetricAnswer.PerDay(-1, 2, -3, null));
    }

    @Test
    void aMonthComparesWithAnotherByDayAsWell() {
        FrameBuilder frame = new FrameBuilder("UTC")
                .account(Platform.LINKEDIN)
                .days(0, "2026-09-01", "2026-10-31", reporting(Metric.IMPRESSIONS, 10));
        AnalyticsQuery october = AnalyticsQuery.DEFAULT
                .over(new PeriodChoice.Named(Range.LAST_MONTH))
                .on(Basis.Choice.ACTIVITY);

        MetricAnswer months = Objects.requireNonNull(
                Overview.compute(frame.build(), october, NOW).metrics().get("impressions"));
        MetricAnswer days =
                Objects.requireNonNull(Overview.compute(frame.build(), FOUR_DAYS.on(Basis.Choice.ACTIVITY), NOW)
                        .metrics()
                        .get("impressions"));

        assertThat(months.change()).isEqualTo(10);
        assertThat(months.perDay()).isEqualTo(new MetricAnswer.PerDay(10, 10, 0, 0.0));
        assertThat(days.perDay()).as("as many days on both sides").isNull();
    }

    private static Double[] values(TrendsAnswer.Point point) {
        return point.metrics().values().stream().map(TrendsAnswer.Value::value).toArray(Double[]::new);
    }

    private static MetricValues linkedin(int impressions, int reactions, int comments, int shares) {
        return reporting(
                Metric.IMPRESSIONS,
                impressions,
                Metric.REACTIONS,
                reactions,
                Metric.COMMENTS,
                comments,
                Metric.SHARES,
                shares);
    }

    private static RateAnswer rate(PlatformComparisonAnswer.Row row, String key) {
        return Objects.requireNonNull(row.rates().get(key), key);
    }
}
