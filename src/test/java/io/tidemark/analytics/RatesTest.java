package io.tidemark.analytics;

import static io.tidemark.analytics.Values.reporting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RatesTest {
    private static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");
    private static final AnalyticsQuery FOUR_DAYS = AnalyticsQuery.DEFAULT.over(
            new PeriodChoice.Dates(new Period(LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 8))));
    private static final AnalyticsQuery ACTIVITY = FOUR_DAYS.on(Basis.Choice.ACTIVITY);
    private static final AnalyticsQuery PUBLISHED = FOUR_DAYS.on(Basis.Choice.PUBLISHED);

    @Test
    void aRateIsARatioOfSumsOverItemsThatReportBothSides() {
        FrameBuilder frame = new FrameBuilder("UTC")
                .account(Platform.LINKEDIN)
                .post(0, "2026-10-05T10:00:00Z", ContentType.TEXT, linkedin(1000, 10))
                .post(0, "2026-10-06T10:00:00Z", ContentType.TEXT, linkedin(100, 9))
                .post(0, "2026-10-07T10:00:00Z", ContentType.TEXT, reporting(Metric.IMPRESSIONS, 5000))
                .post(0, "2026-10-08T10:00:00Z", ContentType.TEXT, engaged(70));

        RateAnswer rate = engagementRate(Overview.compute(frame.build(), PUBLISHED, NOW));

        assertThat(rate.value()).isCloseTo(19 / 1100.0, within(1e-12));
        assertThat(rate.numerator()).isEqualTo(19);
        assertThat(rate.denominator()).isEqualTo(1100);
        assertThat(rate.coverage()).isEqualTo(new Coverage(Coverage.Unit.POST, 2, 4, 4));
        assertThat(rate.status()).isEqualTo(Status.WEAK);
        assertThat(rate.by()).isEqualTo(Denominator.IMPRESSIONS);
        assertThat(rate.engagement()).isEqualTo("engagement/1");
        assertThat(rate.intervalUnit()).isEqualTo("post");
        assertThat(rate.interval()).isNull();
        assertThat(rate.reason()).contains("Too few posts");
    }

    @Test
    void whereThereIsNoRateThereAreNoSumsOfIt() {
        FrameBuilder frame = new FrameBuilder("UTC")
                .account(Platform.LINKEDIN)
                .post(0, "2026-10-07T10:00:00Z", ContentType.TEXT, reporting(Metric.IMPRESSIONS, 5000));

        RateAnswer rate = engagementRate(Overview.compute(frame.build(), PUBLISHED, NOW));

        assertThat(rate.value()).isNull();
        assertThat(rate.numerator()).isNull();
        assertThat(rate.denominator()).isNull();
    }

    @Test
    void anAverageIsMadeOfASumAndOfPosts() {
        FrameBuilder frame = new FrameBuilder("UTC")
                .account(Platform.LINKEDIN)
                .post(0, "2026-10-05T10:00:00Z", ContentType.TEXT, linkedin(1000, 10))
                .post(0, "2026-10-06T10:00:00Z", ContentType.TEXT, linkedin(100, 9))
                .post(0, "2026-10-07T10:00:00Z", ContentType.TEXT, reporting(Metric.IMPRESSIONS, 5000));

        RateAnswer average = Objects.requireNonNull(
                Overview.compute(frame.build(), PUBLISHED, NOW).rates().get("engagement_per_post"));

        assertThat(average.value()).isEqualTo(9.5);
        assertThat(average.numerator()).isEqualTo(19);
        assertThat(average.denominator()).isEqualTo(2);
    }

    @Test
    void aDayWithAllItsAccountsIsOneUnitOnTheActivityBasis() {
        FrameBuilder frame = new FrameBuilder("UTC")
                .account(Platform.LINKEDIN)
                .account(Platform.LINKEDIN)
                .days(1, "2026-10-05", "2026-10-08", linkedin(100, 10))
                .day(0, "2026-10-05", linkedin(1000, 10))
                .day(0, "2026-10-06", linkedin(800, 30))
                .day(0, "2026-10-07", linkedin(900, 20))
                .day(0, "2026-10-08", linkedin(1100, 40));
        double[] engagements = {20, 40, 30, 50};
        double[] impressions = {1100, 900, 1000, 1200};

        RateAnswer rate = engagementRate(Overview.compute(frame.build(), ACTIVITY, NOW));

        RatioInterval expected =
                RatioInterval.of(engagements, impressions, 0.95).orElseThrow();
        assertThat(rate.value()).isCloseTo(140 / 4200.0, within(1e-12));
        assertThat(rate.intervalUnit()).isEqualTo("day");
        assertThat(rate.interval()).containsExactly(expected.low(), expected.high());
        assertThat(rate.coverage()).isEqualTo(new Coverage(Coverage.Unit.ACCOUNT_DAY, 8, 8, 8));
    }

    @Test
    void aRateChangesInPoints() {
        FrameBuilder frame = new FrameBuilder("UTC")
                .account(Platform.LINKEDIN)
                .days(0, "2026-10-01", "2026-10-04", linkedin(100, 10))
                .days(0, "2026-10-05", "2026-10-08", linkedin(100, 12));

        RateAnswer rate = engagementRate(Overview.compute(frame.build(), ACTIVITY, NOW));

        assertThat(rate.previous()).isCloseTo(0.10, within(1e-12));
        assertThat(rate.changePoints()).isCloseTo(0.02, within(1e-12));
        assertThat(rate.changeStatus()).isEqualTo(ChangeStatus.OK);
    }

    @Test
    void aRateOverPlatformsCoversTheDenominatorOfMostItemsAndNamesTheOthers() {
        FrameBuilder frame = twoDenominators();

        OverviewAnswer answer = Overview.compute(frame.build(), PUBLISHED, NOW);

        assertThat(engagementRate(answer).by()).isEqualTo(Denominator.VIDEO_VIEWS);
        assertThat(engagementRate(answer).value()).isCloseTo(0.05, within(1e-12));
        assertThat(engagementRate(answer).platformsLeftOut()).containsExactly(Platform.LINKEDIN);
        assertThat(answer.platforms().getFirst().platform()).isEqualTo(Platform.LINKEDIN);
        assertThat(Objects.requireNonNull(answer.platforms().getFirst().rates().get("engagement_rate"))
                        .value())
                .isCloseTo(0.1, within(1e-12));
    }

    @Test
    void aDenominatorAskedForLeavesOutWhoDoesNotHaveIt() {
        RateAnswer rate = engagementRate(
                Overview.compute(twoDenominators().build(), PUBLISHED.ratedBy(Denominator.IMPRESSIONS), NOW));

        assertThat(rate.by()).isEqualTo(Denominator.IMPRESSIONS);
        assertThat(rate.value()).isCloseTo(0.1, within(1e-12));
        assertThat(rate.platformsLeftOut()).containsExactly(Platform.TIKTOK);
    }

    @Test
    void followersAreThoseOfTheDayOfPublication() {
        FrameBuilder frame = new FrameBuilder("UTC")
                .account(Platform.BLUESKY)
                .day(0, "2026-10-01", reporting(Metric.FOLLOWERS, 200))
                .day(0, "2026-10-07", reporting(Metric.FOLLOWERS, 400))
                .post(0, "2026-10-05T10:00:00Z", ContentType.TEXT, bluesky(4))
                .post(0, "2026-10-08T10:00:00Z", ContentType.TEXT, bluesky(20));

        RateAnswer rate = engagementRate(Overview.compute(frame.build(), PUBLISHED, NOW));

        assertThat(rate.by()).isEqualTo(Denominator.FOLLOWERS);
        assertThat(rate.value()).isCloseTo(24 / 600.0, within(1e-12));
    }

    @Test
    void clickThroughDividesLinkClicksAndNoOthers() {
        FrameBuilder frame = new FrameBuilder("UTC")
                .account(Platform.PINTEREST)
                .account(Platform.THREADS)
                .days(0, "2026-10-05", "2026-10-08", reporting(Metric.IMPRESSIONS, 100, Metric.LINK_CLICKS, 3))
                .days(1, "2026-10-05", "2026-10-08", reporting(Metric.LINK_CLICKS, 50));

        RateAnswer ctr = Objects.requireNonNull(
                Overview.compute(frame.build(), ACTIVITY, NOW).rates().get("ctr"));

        assertThat(ctr.value()).isCloseTo(0.03, within(1e-12));
        assertThat(ctr.definition()).isEqualTo("ctr/1");
        assertThat(ctr.engagement()).isNull();
        assertThat(ctr.platformsLeftOut()).containsExactly(Platform.THREADS);
    }

    private static FrameBuilder twoDenominators() {
        MetricValues video =
                reporting(Metric.VIDEO_VIEWS, 1000, Metric.LIKES, 30, Metric.COMMENTS, 15, Metric.SHARES, 5);
        return new FrameBuilder("UTC")
                .account(Platform.LINKEDIN)
                .account(Platform.TIKTOK)
                .post(0, "2026-10-05T10:00:00Z", ContentType.TEXT, linkedin(100, 10))
                .post(1, "2026-10-06T10:00:00Z", ContentType.VIDEO, video)
                .post(1, "2026-10-07T10:00:00Z", ContentType.VIDEO, video);
    }

    private static MetricValues linkedin(int impressions, int engagement) {
        return reporting(
                Metric.IMPRESSIONS, impressions, Metric.REACTIONS, engagement, Metric.COMMENTS, 0, Metric.SHARES, 0);
    }

    private static MetricValues engaged(int engagement) {
        return reporting(Metric.REACTIONS, engagement, Metric.COMMENTS, 0, Metric.SHARES, 0);
    }

    private static MetricValues bluesky(int likes) {
        return reporting(Metric.LIKES, likes, Metric.COMMENTS, 0, Metric.REPOSTS, 0, Metric.QUOTES, 0, Metric.SAVES, 0);
    }

    private static RateAnswer engagementRate(OverviewAnswer answer) {
        return Objects.requireNonNull(answer.rates().get("engagement_rate"));
    }
}
