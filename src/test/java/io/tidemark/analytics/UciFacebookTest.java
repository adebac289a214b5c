package io.tidemark.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The 500 posts of a cosmetics brand (UCI, Facebook metrics). The file names months, weekdays and hours by number, no
/// dates: weekday code 1 stands on a Monday here.
class UciFacebookTest {
    private static final Map<Metric, String> COLUMNS = Map.of(
            Metric.IMPRESSIONS, "T_Impression",
            Metric.REACH, "T_Reach",
            Metric.REACTIONS, "like",
            Metric.COMMENTS, "comment",
            Metric.SHARES, "share",
            Metric.NATIVE_ENGAGEMENTS, "T_Interactions");
    private static final List<MetricValues> POSTS = new ArrayList<>();
    private static final List<ContentType> TYPES = new ArrayList<>();
    private static final List<Instant> TIMES = new ArrayList<>();

    @BeforeAll
    static void read() {
        POSTS.clear();
        TYPES.clear();
        TIMES.clear();
        UciData.forEach("facebook_metrics.csv", ';', row -> {
            POSTS.add(UciData.values(row, COLUMNS));
            TYPES.add(
                    switch (row.getField("Type")) {
                        case "Photo" -> ContentType.IMAGE;
                        case "Status" -> ContentType.TEXT;
                        case "Link" -> ContentType.LINK;
                        default -> ContentType.VIDEO;
                    });
            TIMES.add(LocalDate.of(2014, Integer.parseInt(row.getField("Month")), 1)
                    .with(TemporalAdjusters.firstInMonth(DayOfWeek.of(Integer.parseInt(row.getField("Weekday")))))
                    .atTime(Integer.parseInt(row.getField("Hour")), 0)
                    .toInstant(ZoneOffset.UTC));
        });
    }

    @Test
    void totalsAddUpAndSayHowManyPostsReported() {
        OverviewAnswer answer = overview();

        assertMetric(answer, "comments", 3_741, 500);
        assertMetric(answer, "reactions", 88_795, 499);
        assertMetric(answer, "shares", 13_524, 496);
        assertMetric(answer, "native_engagements", 106_060, 500);
        assertMetric(answer, "summed_post_reach", 6_951_680, 500);
        assertMetric(answer, "impressions", 14_792_974, 500);
        assertThat(metric(answer, "reach").value()).as("people do not add").isNull();
        assertThat(metric(answer, "saves").value()).isNull();
    }

    @Test
    void meansPerContentTypeAreOverItsPosts() {
        assertMean(ContentType.VIDEO, 295.8571, 7);
        assertMean(ContentType.TEXT, 217.0444, 45);
        assertMean(ContentType.IMAGE, 216.5798, 426);
        assertMean(ContentType.LINK, 89.0455, 22);
        assertThat(AnalyticsCalculator.averagePerPost(interactions(), post -> true)
                        .value())
                .isCloseTo(212.12, within(1e-9));
    }

    @Test
    void meansPerWeekdayAndHourComeOutOfTheTimeTable() {
        TimeTable table = table();

        double[] means = {237.0294, 200.4545, 287.7656, 260.5278, 205.3134, 162.8025, 153.5854};
        int[] posts = {68, 66, 64, 72, 67, 81, 82};
        for (DayOfWeek weekday : DayOfWeek.values()) {
            assertCell(table.weekday(weekday), means[weekday.ordinal()], posts[weekday.ordinal()]);
        }
        assertCell(table.hour(5), 684.3077, 13);
        assertCell(table.hour(14), 307.1538, 13);
        assertCell(table.hour(10), 250.9103, 78);
    }

    @Test
    void threeEngagementRatesAreToldApart() {
        double[] interactions = interactions();
        double[] reach = UciData.column(POSTS, Metric.REACH);
        double[] ratios = new double[reach.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = interactions[i] / reach[i];
        }
        Arrays.sort(ratios);

        RatioOfSums rate = AnalyticsCalculator.engagementRate(interactions, reach, Coverage.Unit.POST, post -> true);

        assertThat(rate.value()).isCloseTo(0.01525674, within(5e-9));
        assertThat(rate.coverage()).isEqualTo(new Coverage(Coverage.Unit.POST, 500, 500, 500));
        // What it is not: the mean of the posts' own rates, and the typical post.
        assertThat(Arrays.stream(ratios).average().orElseThrow()).isCloseTo(0.02407052, within(5e-9));
        assertThat((ratios[249] + ratios[250]) / 2).isCloseTo(0.02123419, within(5e-9));
        RatioInterval interval =
                AnalyticsCalculator.interval(interactions, reach, 0.95).orElseThrow();
        assertThat(0.01525674).isBetween(interval.low(), interval.high());
        assertThat(interval.high()).isLessThan(0.02123419);
    }

    @Test
    void theBestPostsRankHighest() {
        double[] ranks = AnalyticsCalculator.percentileRanks(interactions());

        int[] rows = {245, 380, 169, 461, 350};
        double[] values = {6_334, 2_177, 1_974, 1_873, 1_806};
        for (int i = 0; i < rows.length; i++) {
            assertThat(interactions()[rows[i] - 1]).isEqualTo(values[i]);
            assertThat(ranks[rows[i] - 1]).isCloseTo(1 - i / 499.0, within(1e-12));
        }
    }

    @Test
    void whatThePlatformReportsIsKeptEvenWhereItContradictsItself() {
        List<Integer> fewerImpressionsThanPeople = new ArrayList<>();
        for (int i = 0; i < POSTS.size(); i++) {
            if (POSTS.get(i).orNaN(Metric.IMPRESSIONS) < POSTS.get(i).orNaN(Metric.REACH)) {
                fewerImpressionsThanPeople.add(i + 1);
            }
        }
        assertThat(fewerImpressionsThanPeople).containsExactly(477, 478, 483, 493);
    }

    private static double[] interactions() {
        return UciData.column(POSTS, Metric.NATIVE_ENGAGEMENTS);
    }

    private static TimeTable table() {
        long[] times = TIMES.stream().mapToLong(Instant::getEpochSecond).toArray();
        return AnalyticsCalculator.byTime(times, interactions(), ZoneOffset.UTC);
    }

    private static OverviewAnswer overview() {
        FrameBuilder frame = new FrameBuilder("UTC").account(Platform.FACEBOOK);
        for (int i = 0; i < POSTS.size(); i++) {
            frame.post(0, TIMES.get(i).toString(), TYPES.get(i), POSTS.get(i));
        }
        AnalyticsQuery all =
                AnalyticsQuery.DEFAULT.over(new PeriodChoice.Named(Range.ALL)).on(Basis.Choice.PUBLISHED);
        return Overview.compute(frame.build(), all, Instant.parse("2015-03-01T00:00:00Z"));
    }

    private static MetricAnswer metric(OverviewAnswer answer, String key) {
        return Objects.requireNonNull(answer.metrics().get(key), key);
    }

    private static void assertMetric(OverviewAnswer answer, String key, double value, int reporting) {
        MetricAnswer metric = metric(answer, key);
        assertThat(metric.value()).as(key).isEqualTo(value);
        assertThat(metric.coverage().reporting()).as(key).isEqualTo(reporting);
        assertThat(metric.coverage().items()).as(key).isEqualTo(500);
    }

    private static void assertMean(ContentType type, double mean, int posts) {
        double[] ofType = new double[POSTS.size()];
        int count = 0;
        for (int i = 0; i < POSTS.size(); i++) {
            if (TYPES.get(i) == type) {
                ofType[count++] = interactions()[i];
            }
        }
        RatioOfSums average = AnalyticsCalculator.averagePerPost(Arrays.copyOf(ofType, count), post -> true);
        assertThat(average.value()).isCloseTo(mean, within(5e-5));
        assertThat(average.coverage().reporting()).isEqualTo(posts);
    }

    private static void assertCell(TimeTable.Cell cell, double mean, int posts) {
        assertThat(cell.mean()).isCloseTo(mean, within(5e-5));
        assertThat(cell.posts()).isEqualTo(posts);
    }
}
