package io.tidemark.analytics;

import static io.tidemark.analytics.Values.reporting;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OverviewPublishedTest {
    private static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");
    private static final AnalyticsQuery OCTOBER = AnalyticsQuery.DEFAULT.over(new PeriodChoice.Named(Range.LAST_MONTH));

    private static FrameBuilder posts() {
        return new FrameBuilder("Europe/Berlin")
                .account(Platform.LINKEDIN)
                .account(Platform.BLUESKY)
                .post(0, "2026-09-10T10:00:00Z", ContentType.IMAGE, reporting(Metric.IMPRESSIONS, 50))
                // In Berlin this is 1 October already.
                .post(
                        0,
                        "2026-09-30T22:30:00Z",
                        ContentType.IMAGE,
                        reporting(Metric.IMPRESSIONS, 100, Metric.REACH, 60))
                .post(
                        0,
                        "2026-10-10T10:00:00Z",
                        ContentType.VIDEO,
                        reporting(Metric.IMPRESSIONS, 200, Metric.REACH, 90))
                .post(0, "2026-10-11T10:00:00Z", ContentType.STORY, Boosted.YES, reporting(Metric.REACTIONS, 3))
                .post(1, "2026-10-12T10:00:00Z", ContentType.TEXT, reporting(Metric.LIKES, 4));
    }

    @Test
    void autoTakesPublishedWhereDailyFactsAreTooFewAndSaysSo() {
        FrameBuilder frame = new FrameBuilder("Europe/Berlin")
                .account(Platform.LINKEDIN)
                .account(Platform.FACEBOOK)
                .days(0, "2026-10-01", "2026-10-31", reporting(Metric.IMPRESSIONS, 10));

        PeriodAnswer period = Overview.compute(frame.build(), OCTOBER, NOW).period();

        assertThat(period.basis()).isEqualTo(Basis.PUBLISHED);
        assertThat(period.basisReason().english())
                .isEqualTo("daily facts cover 31 of 62 account-days in view; activity needs 80%");
    }

    @Test
    void autoTakesActivityFromFourFifthsOfTheAccountDays() {
        Filters linkedin = new Filters(Set.of(Platform.LINKEDIN), Set.of(), Set.of(), Set.of());
        FrameBuilder enough = posts().days(0, "2026-10-01", "2026-10-25", reporting(Metric.IMPRESSIONS, 10));
        FrameBuilder levelsOnly = posts().days(0, "2026-10-01", "2026-10-31", reporting(Metric.FOLLOWERS, 10));

        PeriodAnswer period =
                Overview.compute(enough.build(), OCTOBER.with(linkedin), NOW).period();

        assertThat(period.basis()).isEqualTo(Basis.ACTIVITY);
        assertThat(period.basisReason().english()).isEqualTo("daily facts cover 25 of 31 account-days in view");
        assertThat(Overview.compute(levelsOnly.build(), OCTOBER.with(linkedin), NOW)
                        .period()
                        .basis())
                .isEqualTo(Basis.PUBLISHED);
    }

    @Test
    void platformsThatGiveNoDaysDoNotKeepOthersFromActivity() {
        FrameBuilder frame = new FrameBuilder("Europe/Berlin")
                .account(Platform.LINKEDIN)
                .account(Platform.BLUESKY)
                .post(1, "2026-10-05T10:00:00Z", ContentType.TEXT, reporting(Metric.LIKES, 3))
                .days(0, "2026-10-01", "2026-10-31", reporting(Metric.IMPRESSIONS, 10));

        PeriodAnswer period = Overview.compute(frame.build(), OCTOBER, NOW).period();

        assertThat(period.basis()).isEqualTo(Basis.ACTIVITY);
        assertThat(period.basisReason().english())
                .isEqualTo("daily facts cover 31 of 31 account-days in view; none come from Bluesky");
    }

    @Test
    void postsBelongToTheDayInTheBusinesssZone() {
        OverviewAnswer answer = Overview.compute(posts().build(), OCTOBER, NOW);

        assertThat(answer.published().posts()).isEqualTo(new PublishedAnswer.Posts(4, 1, 3));
        assertThat(metric(answer, "impressions").value()).isEqualTo(300);
        assertThat(metric(answer, "impressions").coverage()).isEqualTo(new Coverage(Coverage.Unit.POST, 2, 3, 4));
        assertThat(metric(answer, "impressions").status()).isEqualTo(Status.WEAK);
        assertThat(answer.dataExtent())
                .isEqualTo(new DataExtent(LocalDate.of(2026, 9, 10), LocalDate.of(2026, 10, 12), 5));
    }

    @Test
    void currentValuesOfPublishedPostsDoNotCompare() {
        OverviewAnswer answer = Overview.compute(posts().build(), OCTOBER, NOW);

        assertThat(metric(answer, "impressions").change()).isNull();
        assertThat(metric(answer, "impressions").previous()).isNull();
        assertThat(metric(answer, "impressions").changeStatus()).isEqualTo(ChangeStatus.INCOMPARABLE);
        assertThat(answer.published().equalAge().leftOut()).isEqualTo(4);
        assertThat(answer.published().equalAge().ageHours()).isNull();
        assertThat(answer.published().equalAge().reason()).isNotNull();
        assertThat(Objects.requireNonNull(answer.comparison()).settledTo()).isNull();
    }

    @Test
    void reachOfSeveralPostsIsASumUnderItsOwnName() {
        OverviewAnswer answer = Overview.compute(posts().build(), OCTOBER, NOW);

        assertThat(metric(answer, "reach").value()).isNull();
        assertThat(metric(answer, "reach").reason()).contains("several posts");
        assertThat(metric(answer, "summed_post_reach").value()).isEqualTo(150);
    }

    @Test
    void filtersByTypeAndBoostedNarrowPosts() {
        Filters videos = new Filters(Set.of(), Set.of(), Set.of(ContentType.VIDEO), Set.of());
        Filters boosted = new Filters(Set.of(), Set.of(), Set.of(), Set.of(Boosted.YES));

        OverviewAnswer answer = Overview.compute(posts().build(), OCTOBER.with(videos), NOW);

        assertThat(metric(answer, "impressions").value()).isEqualTo(200);
        assertThat(metric(answer, "reach").value())
                .as("of one post it is known")
                .isEqualTo(90);
        assertThat(answer.period().basisReason().english())
                .as("facts about whole accounts say nothing about videos")
                .isEqualTo("no account-day in view is over; activity needs 80%");
        assertThat(Overview.compute(posts().build(), OCTOBER.with(boosted), NOW)
                        .published()
                        .posts()
                        .value())
                .isEqualTo(1);
        assertThat(Overview.compute(posts().build(), OCTOBER.with(boosted), NOW)
                        .period()
                        .basisReason()
                        .english())
                .isEqualTo("no account-day in view is over; activity needs 80%");
    }

    @Test
    void youngPostsAreProvisional() {
        FrameBuilder frame =
                posts().post(0, "2026-11-09T10:00:00Z", ContentType.TEXT, reporting(Metric.IMPRESSIONS, 7));
        AnalyticsQuery month = OCTOBER.over(new PeriodChoice.Named(Range.THIS_MONTH));

        assertThat(metric(Overview.compute(frame.build(), month, NOW), "impressions")
                        .provisional())
                .isTrue();
        assertThat(metric(Overview.compute(frame.build(), OCTOBER, NOW), "impressions")
                        .provisional())
                .isFalse();
    }

    @Test
    void anEmptyRangeHasNoItemsAndSaysWhereDataIs() {
        AnalyticsQuery january =
                OCTOBER.over(new PeriodChoice.Dates(new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 31))));

        OverviewAnswer answer = Overview.compute(posts().build(), january, NOW);

        assertThat(metric(answer, "impressions").coverage().items()).isZero();
        assertThat(metric(answer, "impressions").status()).isEqualTo(Status.NOT_COLLECTED);
        assertThat(answer.dataExtent()).isNotNull();
        assertThat(Overview.compute(new FrameBuilder("UTC").build(), january, NOW)
                        .dataExtent())
                .isNull();
    }

    @Test
    void allCoversTheDataAndComparesWithNothing() {
        OverviewAnswer answer = Overview.compute(posts().build(), OCTOBER.over(new PeriodChoice.Named(Range.ALL)), NOW);

        assertThat(answer.period().from()).isEqualTo(LocalDate.of(2026, 9, 10));
        assertThat(answer.period().to()).isEqualTo(LocalDate.of(2026, 10, 12));
        assertThat(answer.comparison()).isNull();
    }

    private static MetricAnswer metric(OverviewAnswer answer, String key) {
        return Objects.requireNonNull(answer.metrics().get(key), key);
    }
}
