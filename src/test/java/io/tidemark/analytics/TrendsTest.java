package io.tidemark.analytics;

import static io.tidemark.analytics.Values.reporting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrendsTest {
    private static final Instant NOW = Instant.parse("2026-10-09T06:00:00Z");
    private static final AnalyticsQuery QUERY = AnalyticsQuery.DEFAULT
            .over(new PeriodChoice.Dates(new Period(LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 8))))
            .on(Basis.Choice.ACTIVITY);

    private static FrameBuilder frame() {
        return new FrameBuilder("UTC")
                .account(Platform.LINKEDIN)
                .account(Platform.X)
                .day(0, "2026-10-02", reporting(Metric.IMPRESSIONS, 10, Metric.REACH, 6))
                .day(1, "2026-10-02", reporting(Metric.IMPRESSIONS, 5, Metric.FOLLOWERS, 70))
                .day(0, "2026-10-04", reporting(Metric.IMPRESSIONS, 0))
                .day(0, "2026-10-05", reporting(Metric.IMPRESSIONS, 20))
                .day(0, "2026-10-08", "2026-10-09T00:00:00Z", reporting(Metric.IMPRESSIONS, 7))
                .post(0, "2026-10-04T08:00:00Z", ContentType.TEXT, reporting(Metric.IMPRESSIONS, 400));
    }

    @Test
    void everyDayHasAPointAndASilentDayIsNoZero() {
        TrendsAnswer answer = days(QUERY);

        assertThat(answer.points())
                .extracting(TrendsAnswer.Point::date)
                .containsExactlyElementsOf(LocalDate.of(2026, 10, 2)
                        .datesUntil(LocalDate.of(2026, 10, 9))
                        .toList());
        assertThat(value(answer, 0, "impressions"))
                .isEqualTo(new TrendsAnswer.Value(15.0, Status.COMPLETE, false, false, false));
        assertThat(value(answer, 1, "impressions"))
                .isEqualTo(new TrendsAnswer.Value(null, Status.NOT_COLLECTED, false, false, false));
        assertThat(value(answer, 2, "impressions").value()).isEqualTo(0.0);
        assertThat(value(answer, 6, "impressions").provisional()).isTrue();
        assertThat(value(answer, 0, "quotes").status()).isEqualTo(Status.NOT_PROVIDED);
        assertThat(answer.sources()).containsExactly("account_snapshot", "daily_fact");
        assertThat(answer.bucketZones()).containsExactly("UTC");
    }

    @Test
    void whatAnExportFileSaidIsTold() {
        LocalDate first = LocalDate.of(2026, 10, 2);
        FrameBuilder frame = frame().imported(first::equals, day -> false)
                .day(1, "2026-10-03", reporting(Metric.IMPRESSIONS, 5, Metric.FOLLOWERS, 71));
        TrendsAnswer answer = Trends.compute(frame.build(), QUERY, Granularity.DAY, Set.of(), NOW);

        assertThat(value(answer, 0, "impressions").imported()).isTrue();
        assertThat(value(answer, 0, "followers").imported()).isFalse();
        assertThat(value(answer, 1, "impressions").imported()).isFalse();
        assertThat(value(answer, 0, "quotes").imported()).isFalse();

        frame.imported(day -> false, first::equals);
        answer = Trends.compute(frame.build(), QUERY, Granularity.WEEK, Set.of(), NOW);
        assertThat(value(answer, 0, "impressions").imported()).isFalse();
        assertThat(value(answer, 0, "followers").imported())
                .as("followed by a live reading")
                .isFalse();
        answer = Trends.compute(frame.build(), QUERY, Granularity.DAY, Set.of(), NOW);
        assertThat(value(answer, 0, "followers").imported()).isTrue();
        assertThat(value(answer, 1, "followers").imported()).isFalse();
    }

    @Test
    void soIsWhatWasWorkedOutOfPosts() {
        FrameBuilder frame = new FrameBuilder("UTC")
                .account(Platform.INSTAGRAM)
                .activity(0, "2026-10-02", ContentType.IMAGE, reporting(Metric.LIKES, 3))
                .activity(0, "2026-10-03", ContentType.IMAGE, reporting(Metric.LIKES, 4))
                .imported(LocalDate.of(2026, 10, 2)::equals, day -> false);
        TrendsAnswer days = Trends.compute(frame.build(), QUERY, Granularity.DAY, Set.of(), NOW);
        TrendsAnswer weeks = Trends.compute(frame.build(), QUERY, Granularity.WEEK, Set.of(), NOW);

        assertThat(value(days, 0, "likes").imported()).isTrue();
        assertThat(value(days, 1, "likes").imported()).isFalse();
        assertThat(value(weeks, 0, "likes").imported()).isTrue();
    }

    @Test
    void theDayFromWhichAPlatformCountsSomethingElseIsMarked() {
        FrameBuilder frame = new FrameBuilder("UTC").account(Platform.YOUTUBE).account(Platform.FACEBOOK);

        assertThat(markers(frame, "2025-03-01", "2026-08-26", Filters.NONE, Metric.VIDEO_VIEWS))
                .extracting(TrendsAnswer.Marker::platform, TrendsAnswer.Marker::from, TrendsAnswer.Marker::to)
                .containsExactly(
                        tuple(Platform.YOUTUBE, LocalDate.of(2025, 3, 31), LocalDate.of(2025, 3, 31)),
                        tuple(Platform.YOUTUBE, LocalDate.of(2026, 8, 24), LocalDate.of(2026, 8, 27)));
        assertThat(markers(frame, "2025-03-01", "2026-08-26", Filters.NONE, Metric.IMPRESSIONS))
                .extracting(TrendsAnswer.Marker::platform)
                .containsExactly(Platform.FACEBOOK);
        assertThat(markers(frame, "2025-03-01", "2026-08-26", Filters.NONE, Metric.LIKES))
                .isEmpty();
    }

    @Test
    void aBreakIsToldOnlyWhereItConcernsWhatIsShown() {
        FrameBuilder frame = new FrameBuilder("UTC").account(Platform.YOUTUBE);
        Filters videos = new Filters(Set.of(), Set.of(), Set.of(ContentType.VIDEO), Set.of());

        assertThat(markers(frame, "2025-03-31", "2025-03-31", Filters.NONE, Metric.VIDEO_VIEWS))
                .hasSize(1);
        assertThat(markers(frame, "2025-03-31", "2025-04-30", videos, Metric.VIDEO_VIEWS))
                .isEmpty();
        assertThat(markers(frame, "2025-04-01", "2025-04-30", Filters.NONE, Metric.VIDEO_VIEWS))
                .isEmpty();
        assertThat(markers(frame, "2026-08-27", "2026-08-30", Filters.NONE, Metric.VIDEO_VIEWS))
                .hasSize(1);
    }

    private static List<TrendsAnswer.Marker> markers(
            FrameBuilder frame, String from, String to, Filters filters, Metric metric) {
        AnalyticsQuery query = QUERY.over(
                        new PeriodChoice.Dates(new Period(LocalDate.parse(from), LocalDate.parse(to))))
                .with(filters);
        return Trends.compute(frame.build(), query, Granularity.DAY, Set.of(metric), NOW)
                .markers();
    }

    @Test
    void levelsAreNotCarriedForward() {
        TrendsAnswer answer = days(QUERY);

        assertThat(value(answer, 0, "followers").value()).isEqualTo(70);
        assertThat(value(answer, 0, "followers").status()).isEqualTo(Status.WEAK);
        assertThat(value(answer, 1, "followers").value()).isNull();
        assertThat(value(answer, 1, "followers").status()).isEqualTo(Status.NOT_COLLECTED);
    }

    @Test
    void aSumOfLevelsWaitsForAnAccountThatIsReadBeforeAndAfter() {
        FrameBuilder frame = new FrameBuilder("UTC")
                .account(Platform.LINKEDIN)
                .account(Platform.X)
                .day(0, "2026-10-02", reporting(Metric.FOLLOWERS, 10))
                .day(0, "2026-10-03", reporting(Metric.FOLLOWERS, 11))
                .day(0, "2026-10-04", reporting(Metric.FOLLOWERS, 12))
                .day(0, "2026-10-05", reporting(Metric.FOLLOWERS, 13))
                .day(0, "2026-10-06", reporting(Metric.FOLLOWERS, 14))
                .day(1, "2026-10-03", reporting(Metric.FOLLOWERS, 500))
                .day(1, "2026-10-05", reporting(Metric.FOLLOWERS, 600));
        TrendsAnswer answer = Trends.compute(frame.build(), QUERY, Granularity.DAY, Set.of(Metric.FOLLOWERS), NOW);

        assertThat(answer.points())
                .extracting(point ->
                        Objects.requireNonNull(point.metrics().get("followers")).value())
                .containsExactly(10.0, 511.0, null, 613.0, 14.0, null, null);
        assertThat(value(answer, 2, "followers").status()).isEqualTo(Status.WEAK);
    }

    @Test
    void weeksAddCountersAndTakeTheLastLevelButNoReach() {
        TrendsAnswer answer = Trends.compute(frame().build(), QUERY, Granularity.WEEK, Set.of(), NOW);

        assertThat(answer.points())
                .extracting(TrendsAnswer.Point::date)
                .containsExactly(LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 5));
        assertThat(value(answer, 0, "impressions").value()).isEqualTo(15);
        assertThat(value(answer, 1, "impressions").value()).isEqualTo(27);
        assertThat(value(answer, 0, "followers").value()).isEqualTo(70);
        assertThat(value(answer, 0, "reach").value()).isNull();
        assertThat(value(answer, 0, "reach").status()).isEqualTo(Status.NOT_COLLECTED);
    }

    @Test
    void theDaysBeforeStandBesideWithTheirOwnGaps() {
        FrameBuilder frame = frame().day(0, "2026-09-25", reporting(Metric.IMPRESSIONS, 3))
                .day(1, "2026-09-27", reporting(Metric.IMPRESSIONS, 0));
        TrendsAnswer answer = Trends.compute(frame.build(), QUERY, Granularity.DAY, Set.of(Metric.IMPRESSIONS), NOW);

        assertThat(answer.comparison())
                .isEqualTo(new TrendsAnswer.Compared(
                        LocalDate.of(2026, 9, 25), LocalDate.of(2026, 10, 1), Comparison.Rule.PREVIOUS_PERIOD));
        assertThat(answer.previous()).hasSize(7);
        assertThat(answer.previous())
                .extracting(point -> Objects.requireNonNull(point.metrics().get("impressions"))
                        .value())
                .containsExactly(3.0, null, 0.0, null, null, null, null);
    }

    @Test
    void nothingStandsBesideWhereNothingIsComparedOrPostsHadMoreTimeToGrow() {
        TrendsAnswer alone = days(QUERY.comparing(Comparison.of(Comparison.Rule.NONE)));
        TrendsAnswer published = days(QUERY.on(Basis.Choice.PUBLISHED));

        assertThat(alone.comparison()).isNull();
        assertThat(alone.previous()).isEmpty();
        assertThat(published.comparison()).isNull();
        assertThat(published.previous()).isEmpty();
    }

    @Test
    void aMeanIsOfAllDaysThatEndWithOneOrThereIsNone() {
        FrameBuilder frame = frame().day(0, "2026-09-30", reporting(Metric.IMPRESSIONS, 3))
                .day(0, "2026-10-01", reporting(Metric.IMPRESSIONS, 6));
        TrendsRequest wanted = new TrendsRequest(Granularity.DAY, Set.of(Metric.IMPRESSIONS), false, true, null, 3);
        TrendsAnswer answer = Trends.compute(frame.build(), QUERY, wanted, NOW);

        assertThat(answer.averages())
                .extracting(TrendsAnswer.Average::date)
                .containsExactlyElementsOf(
                        answer.points().stream().map(TrendsAnswer.Point::date).toList());
        // 3, 6 and 15 on the first; the second has no value; the fifth to seventh have 20, none, none.
        assertThat(answer.averages())
                .extracting(average -> average.metrics().get("impressions"))
                .containsExactly(8.0, null, null, null, null, null, null);
        assertThat(answer.averages().getFirst().metrics()).containsOnlyKeys("impressions");
        assertThat(days(QUERY).averages()).isEmpty();
    }

    @Test
    void onThePublishedBasisADayHasThePostsPublishedOnIt() {
        TrendsAnswer answer = days(QUERY.on(Basis.Choice.PUBLISHED));

        assertThat(answer.points().get(2).posts()).isEqualTo(1);
        assertThat(value(answer, 2, "impressions").value()).isEqualTo(400);
        assertThat(answer.points().get(3).posts()).isZero();
        assertThat(value(answer, 3, "impressions"))
                .isEqualTo(new TrendsAnswer.Value(null, Status.NOT_COLLECTED, false, false, false));
        assertThat(answer.sources()).contains("post_snapshot").doesNotContain("daily_fact");
    }

    @Test
    void onlyTheMetricsAskedForAreGiven() {
        TrendsAnswer answer =
                Trends.compute(frame().build(), QUERY, Granularity.DAY, Set.of(Metric.LIKES, Metric.IMPRESSIONS), NOW);

        assertThat(answer.points().getFirst().metrics()).containsOnlyKeys("impressions", "likes");
    }

    @Test
    void monthsAndQuartersEndWithThePeriod() {
        Period period = new Period(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 4, 2));

        assertThat(Granularity.MONTH.cut(period, DayOfWeek.MONDAY))
                .containsExactly(
                        new Period(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 2, 28)),
                        new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31)),
                        new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 2)));
        assertThat(Granularity.QUARTER.cut(period, DayOfWeek.MONDAY))
                .containsExactly(
                        new Period(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 3, 31)),
                        new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 2)));
    }

    private static TrendsAnswer days(AnalyticsQuery query) {
        return Trends.compute(frame().build(), query, Granularity.DAY, Set.of(), NOW);
    }

    private static TrendsAnswer.Value value(TrendsAnswer answer, int point, String metric) {
        return Objects.requireNonNull(answer.points().get(point).metrics().get(metric));
    }
}
