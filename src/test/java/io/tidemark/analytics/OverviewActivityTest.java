package io.tidemark.analytics;

import static io.tidemark.analytics.Values.reporting;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OverviewActivityTest {
    private static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");
    private static final PeriodChoice FOUR_DAYS =
            new PeriodChoice.Dates(new Period(LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 8)));
    private static final MetricValues DAY =
            reporting(Metric.IMPRESSIONS, 100, Metric.REACTIONS, 5, Metric.COMMENTS, 2, Metric.SHARES, 1);

    private final AnalyticsQuery activity =
            AnalyticsQuery.DEFAULT.over(FOUR_DAYS).on(Basis.Choice.ACTIVITY);

    @Test
    void countersAddOverDaysAndAccountsAndStandBesideTheDaysBefore() {
        FrameBuilder frame = new FrameBuilder("Europe/Berlin")
                .account(Platform.LINKEDIN)
                .account(Platform.LINKEDIN)
                .days(0, "2026-10-05", "2026-10-08", DAY)
                .days(1, "2026-10-05", "2026-10-08", reporting(Metric.IMPRESSIONS, 10))
                .days(0, "2026-10-01", "2026-10-04", reporting(Metric.IMPRESSIONS, 75))
                .days(1, "2026-10-01", "2026-10-04", reporting(Metric.IMPRESSIONS, 25));

        OverviewAnswer answer = Overview.compute(frame.build(), activity, NOW);

        MetricAnswer impressions = metric(answer, "impressions");
        assertThat(impressions.value()).isEqualTo(440);
        assertThat(impressions.previous()).isEqualTo(400);
        assertThat(impressions.compared()).isEqualTo(440);
        assertThat(impressions.change()).isEqualTo(40);
        assertThat(impressions.changeRatio()).isEqualTo(0.1);
        assertThat(impressions.changeStatus()).isEqualTo(ChangeStatus.OK);
        assertThat(impressions.coverage()).isEqualTo(new Coverage(Coverage.Unit.ACCOUNT_DAY, 8, 8, 8));
        assertThat(impressions.status()).isEqualTo(Status.COMPLETE);
        assertThat(impressions.provisional()).isFalse();
        assertThat(impressions.sources()).containsExactly("daily_fact");
        assertThat(impressions.bucketZones()).containsExactly("UTC");
        assertThat(impressions.definition()).isEqualTo("impressions/1");
        assertThat(answer.definitions()).containsKeys("impressions/1", "followers/1", "posts/1");
    }

    @Test
    void likesTakenBackAreARealNumberButNoShareOfThoseBefore() {
        FrameBuilder frame = new FrameBuilder("UTC")
                .account(Platform.BLUESKY)
                .activities(0, "2026-10-05", "2026-10-08", ContentType.IMAGE, reporting(Metric.LIKES, -0.5))
                .activities(0, "2026-10-01", "2026-10-04", ContentType.IMAGE, reporting(Metric.LIKES, 50));

        MetricAnswer likes = metric(Overview.compute(frame.build(), activity, NOW), "likes");

        assertThat(likes.compared()).isEqualTo(-2);
        assertThat(likes.previous()).isEqualTo(200);
        assertThat(likes.change()).isEqualTo(-202);
        assertThat(likes.changeRatio()).isNull();
        assertThat(likes.changeStatus()).isEqualTo(ChangeStatus.SMALL_BASE);
    }

    @Test
    void aMissingDayLowersCoverageWhereAZeroDoesNot() {
        FrameBuilder missing = oneAccount().days(0, "2026-10-05", "2026-10-07", reporting(Metric.IMPRESSIONS, 100));
        FrameBuilder zero = oneAccount()
                .days(0, "2026-10-05", "2026-10-07", reporting(Metric.IMPRESSIONS, 100))
                .day(0, "2026-10-08", reporting(Metric.IMPRESSIONS, 0));

        MetricAnswer withGap = metric(Overview.compute(missing.build(), activity, NOW), "impressions");
        MetricAnswer withZero = metric(Overview.compute(zero.build(), activity, NOW), "impressions");

        assertThat(withGap.value()).isEqualTo(300);
        assertThat(withGap.coverage()).isEqualTo(new Coverage(Coverage.Unit.ACCOUNT_DAY, 3, 4, 4));
        assertThat(withGap.status()).isEqualTo(Status.WEAK);
        assertThat(withZero.value()).isEqualTo(300);
        assertThat(withZero.coverage()).isEqualTo(new Coverage(Coverage.Unit.ACCOUNT_DAY, 4, 4, 4));
        assertThat(withZero.status()).isEqualTo(Status.COMPLETE);
    }

    @Test
    void whatNoPlatformProvidesIsNotProvidedAndWhatNobodyReportsIsNotCollected() {
        FrameBuilder frame = oneAccount().days(0, "2026-10-05", "2026-10-08", reporting(Metric.IMPRESSIONS, 100));

        OverviewAnswer answer = Overview.compute(frame.build(), activity, NOW);

        assertThat(answer.metrics()).hasSize(Metric.values().length);
        assertThat(metric(answer, "quotes").value()).isNull();
        assertThat(metric(answer, "quotes").status()).isEqualTo(Status.NOT_PROVIDED);
        assertThat(metric(answer, "comments").value()).isNull();
        assertThat(metric(answer, "comments").status()).isEqualTo(Status.NOT_COLLECTED);
    }

    @Test
    void aPlatformWithoutAMetricNeitherCountsNorDrags() {
        FrameBuilder frame = oneAccount()
                .account(Platform.YOUTUBE)
                .days(0, "2026-10-05", "2026-10-08", reporting(Metric.REACTIONS, 5))
                .days(1, "2026-10-05", "2026-10-08", reporting(Metric.VIDEO_VIEWS, 50));

        OverviewAnswer answer = Overview.compute(frame.build(), activity, NOW);

        assertThat(metric(answer, "reactions").coverage()).isEqualTo(new Coverage(Coverage.Unit.ACCOUNT_DAY, 4, 4, 8));
        assertThat(metric(answer, "reactions").status()).isEqualTo(Status.COMPLETE);
        assertThat(metric(answer, "video_views").bucketZones()).containsExactly("America/Los_Angeles");
        assertThat(answer.platforms())
                .extracting(PlatformAnswer::platform)
                .containsExactly(Platform.LINKEDIN, Platform.YOUTUBE);
        assertThat(Objects.requireNonNull(answer.platforms().getLast().metrics().get("reactions"))
                        .status())
                .isEqualTo(Status.NOT_PROVIDED);
    }

    @Test
    void aConditionalMetricIsExpectedOnlyWhereItIsReported() {
        FrameBuilder frame = oneAccount()
                .days(0, "2026-10-05", "2026-10-07", reporting(Metric.IMPRESSIONS, 100))
                .day(0, "2026-10-08", reporting(Metric.IMPRESSIONS, 100, Metric.CLICKS, 7));

        MetricAnswer clicks = metric(Overview.compute(frame.build(), activity, NOW), "clicks");

        assertThat(clicks.value()).isEqualTo(7);
        assertThat(clicks.coverage()).isEqualTo(new Coverage(Coverage.Unit.ACCOUNT_DAY, 1, 1, 4));
    }

    @Test
    void reachIsGivenForOneAccountOnOneDayOnly() {
        FrameBuilder frame = oneAccount().days(0, "2026-10-05", "2026-10-08", reporting(Metric.REACH, 40));
        AnalyticsQuery oneDay =
                activity.over(new PeriodChoice.Dates(new Period(LocalDate.of(2026, 10, 6), LocalDate.of(2026, 10, 6))));

        MetricAnswer overDays = metric(Overview.compute(frame.build(), activity, NOW), "reach");
        MetricAnswer onDay = metric(Overview.compute(frame.build(), oneDay, NOW), "reach");
        MetricAnswer overAccounts =
                metric(Overview.compute(frame.account(Platform.LINKEDIN).build(), oneDay, NOW), "reach");

        assertThat(overDays.value()).isNull();
        assertThat(overDays.status()).isEqualTo(Status.NOT_COLLECTED);
        assertThat(overDays.reason()).contains("Cannot be added");
        assertThat(overDays.changeStatus()).isEqualTo(ChangeStatus.INCOMPARABLE);
        assertThat(onDay.value()).isEqualTo(40);
        assertThat(onDay.reason()).isNull();
        assertThat(overAccounts.value())
                .as("another account could have reach, too")
                .isNull();
    }

    @Test
    void engagementNeedsEveryTermThatThePlatformAlwaysHas() {
        FrameBuilder frame = oneAccount()
                .days(0, "2026-10-05", "2026-10-07", DAY)
                .day(0, "2026-10-08", reporting(Metric.REACTIONS, 5, Metric.COMMENTS, 2));

        MetricAnswer engagement = Overview.compute(frame.build(), activity, NOW).engagement();

        assertThat(engagement.value()).isEqualTo(24);
        assertThat(engagement.definition()).isEqualTo("engagement/1");
        assertThat(engagement.coverage()).isEqualTo(new Coverage(Coverage.Unit.ACCOUNT_DAY, 3, 4, 4));
    }

    @Test
    void trackedAccountsNeverEnter() {
        FrameBuilder frame = oneAccount()
                .account(Platform.X, false)
                .days(0, "2026-10-05", "2026-10-08", DAY)
                .days(1, "2026-10-05", "2026-10-08", DAY);

        OverviewAnswer answer = Overview.compute(frame.build(), activity, NOW);

        assertThat(metric(answer, "impressions").value()).isEqualTo(400);
        assertThat(answer.platforms()).extracting(PlatformAnswer::platform).containsExactly(Platform.LINKEDIN);
    }

    @Test
    void filtersNarrowToPlatformsAndAccounts() {
        FrameBuilder frame = oneAccount()
                .account(Platform.X)
                .account(Platform.X)
                .days(0, "2026-10-05", "2026-10-08", reporting(Metric.IMPRESSIONS, 1))
                .days(1, "2026-10-05", "2026-10-08", reporting(Metric.IMPRESSIONS, 10))
                .days(2, "2026-10-05", "2026-10-08", reporting(Metric.IMPRESSIONS, 100));
        Filters onX = new Filters(Set.of(Platform.X), Set.of(), Set.of(), Set.of());
        Filters third = new Filters(Set.of(Platform.X, Platform.LINKEDIN), Set.of(3L), Set.of(), Set.of());

        assertThat(metric(Overview.compute(frame.build(), activity.with(onX), NOW), "impressions")
                        .value())
                .isEqualTo(440);
        assertThat(metric(Overview.compute(frame.build(), activity.with(third), NOW), "impressions")
                        .value())
                .isEqualTo(400);
    }

    @Test
    void aDayThatIsNotOverIsNoGap() {
        FrameBuilder frame = oneAccount().days(0, "2026-11-02", "2026-11-09", reporting(Metric.IMPRESSIONS, 100));
        AnalyticsQuery thisWeek = activity.over(new PeriodChoice.Named(Range.THIS_WEEK));

        MetricAnswer impressions = metric(Overview.compute(frame.build(), thisWeek, NOW), "impressions");

        assertThat(impressions.coverage()).isEqualTo(new Coverage(Coverage.Unit.ACCOUNT_DAY, 1, 1, 1));
    }

    @Test
    void anAnswerAsOfAnInstantHasThatDaysToday() {
        FrameBuilder frame =
                oneAccount().days(0, "2026-10-05", "2026-10-08", DAY).asOf(Instant.parse("2026-10-09T12:00:00Z"));

        OverviewAnswer answer =
                Overview.compute(frame.build(), activity.over(new PeriodChoice.Named(Range.LAST_7_DAYS)), NOW);

        assertThat(answer.period().to()).isEqualTo(LocalDate.of(2026, 10, 8));
    }

    private static FrameBuilder oneAccount() {
        return new FrameBuilder("Europe/Berlin").account(Platform.LINKEDIN);
    }

    private static MetricAnswer metric(OverviewAnswer answer, String key) {
        return Objects.requireNonNull(answer.metrics().get(key), key);
    }
}
