package io.tidemark.analytics;

import static io.tidemark.metric.Metric.COMMENTS;
import static io.tidemark.metric.Metric.LIKES;
import static io.tidemark.metric.Metric.QUOTES;
import static io.tidemark.metric.Metric.REACTIONS;
import static io.tidemark.metric.Metric.REPOSTS;
import static io.tidemark.metric.Metric.SAVES;
import static io.tidemark.metric.Metric.SHARES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Response;
import io.tidemark.metric.Subject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnalyticsCalculatorTest {
    private static final double MISSING = Double.NaN;

    @Test
    void engagementAddsTheTermsOfThePlatform() {
        assertThat(AnalyticsCalculator.engagement(
                        Engagement.PUBLIC,
                        Platform.INSTAGRAM,
                        ContentType.IMAGE,
                        Values.reporting(LIKES, 10, COMMENTS, 2, SHARES, 3, SAVES, 4)))
                .hasValue(19);
        assertThat(AnalyticsCalculator.engagement(
                        Engagement.PUBLIC,
                        Platform.INSTAGRAM,
                        ContentType.IMAGE,
                        Values.reporting(COMMENTS, 2, SHARES, 3, SAVES, 4)))
                .as("likes are missing, not zero")
                .isEmpty();
    }

    @Test
    void aRateIsARatioOfSumsOverItemsThatReportBothSides() {
        RatioOfSums rate = AnalyticsCalculator.engagementRate(
                new double[] {30, 4, MISSING, 7, 9},
                new double[] {1000, 100, 500, MISSING, 400},
                Coverage.Unit.POST,
                item -> item < 4);

        // (30 + 4 + 9) / (1000 + 100 + 400); the fifth reports although it need not.
        assertThat(rate.numerator()).isEqualTo(43);
        assertThat(rate.denominator()).isEqualTo(1500);
        assertThat(rate.value()).isEqualTo(43 / 1500.0);
        assertThat(rate.coverage()).isEqualTo(new Coverage(Coverage.Unit.POST, 3, 5, 5));
    }

    @Test
    void thereIsNoRateWithoutAnythingToDivideBy() {
        RatioOfSums nothing = AnalyticsCalculator.clickThroughRate(
                new double[] {0, MISSING}, new double[] {0, 50}, Coverage.Unit.POST, item -> true);

        assertThat(nothing.value()).isNull();
        assertThat(nothing.coverage().reporting()).isEqualTo(1);
    }

    @Test
    void columnsOfDifferentLengthsAreRefused() {
        assertThatThrownBy(() ->
                        AnalyticsCalculator.virality(new double[1], new double[2], Coverage.Unit.POST, item -> true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAverageIsOverThePostsThatReport() {
        RatioOfSums average = AnalyticsCalculator.averagePerPost(new double[] {4, MISSING, 8, 0}, item -> true);

        assertThat(average.value()).isEqualTo(4.0);
        assertThat(average.coverage()).isEqualTo(new Coverage(Coverage.Unit.POST, 3, 4, 4));
    }

    @Test
    void responsesAddWhatThePlatformCountsSeparately() {
        assertThat(AnalyticsCalculator.response(
                        Response.AMPLIFICATION,
                        Platform.X,
                        ContentType.TEXT,
                        Values.reporting(REPOSTS, 5, QUOTES, 2, LIKES, 90)))
                .hasValue(7);
        assertThat(AnalyticsCalculator.response(
                        Response.APPLAUSE,
                        Platform.FACEBOOK,
                        ContentType.IMAGE,
                        Values.reporting(REACTIONS, 12, LIKES, 10)))
                .as("reactions contain the likes")
                .hasValue(12);
        assertThat(AnalyticsCalculator.response(
                        Response.CONVERSATION, Platform.X, ContentType.TEXT, Values.reporting(LIKES, 3)))
                .isEmpty();
    }

    @Test
    void viralityIsNotProvidedWhereNobodyCountsSharing() {
        Stream.of(Platform.values())
                .filter(platform -> Denominator.ofVirality(platform).isPresent())
                .forEach(platform -> assertThat(Response.AMPLIFICATION.isProvided(platform))
                        .as("%s", platform)
                        .isTrue());
        assertThat(Denominator.ofVirality(Platform.X)).contains(Denominator.IMPRESSIONS);
        assertThat(Denominator.ofVirality(Platform.TIKTOK)).contains(Denominator.VIDEO_VIEWS);
        assertThat(Denominator.ofVirality(Platform.MASTODON)).as("no exposure").isEmpty();
        assertThat(Response.AMPLIFICATION
                        .terms(Platform.X, Subject.ACCOUNT, ContentType.TEXT)
                        .metrics())
                .isEmpty();
    }

    @Test
    void followersGrowFromTheLevelsKnownAtBothEnds() {
        RatioOfSums growth =
                AnalyticsCalculator.followerGrowth(new double[] {1000, MISSING, 500}, new double[] {1100, 9000, 450});

        assertThat(growth.value()).isEqualTo(50 / 1500.0);
        assertThat(growth.coverage()).isEqualTo(new Coverage(Coverage.Unit.ACCOUNT, 2, 3, 3));
    }

    @Test
    void anIntervalLeavesOutWhatDoesNotReport() {
        double[] engagements = {30, 28, 29, 31, MISSING, 4};
        double[] impressions = {1200, 800, 1150, 900, 70, 0};

        assertThat(AnalyticsCalculator.interval(engagements, impressions, 0.95))
                .isEqualTo(RatioInterval.of(new double[] {30, 28, 29, 31}, new double[] {1200, 800, 1150, 900}, 0.95))
                .isPresent();
    }

    @Test
    void ratesThatDifferPlainlyHaveChangedAndEqualOnesHaveNot() {
        double[] impressions = {1000, 1100, 900, 1050, 980, 1020};
        double[] before = {20, 23, 17, 22, 19, 20};
        double[] after = {40, 46, 34, 44, 38, 40};

        RateComparison doubled = AnalyticsCalculator.compare(before, impressions, after, impressions, 0.95)
                .orElseThrow();
        RateComparison same = AnalyticsCalculator.compare(before, impressions, before, impressions, 0.95)
                .orElseThrow();

        assertThat(doubled.difference()).isCloseTo(1, within(1e-12));
        assertThat(doubled.isChanged()).isTrue();
        assertThat(doubled.p()).isLessThan(1e-6);
        assertThat(same.difference()).isZero();
        assertThat(same.isChanged()).isFalse();
        assertThat(same.p()).isEqualTo(1);
        // Equal errors on both sides: twice the degrees of freedom of one.
        assertThat(same.freedom())
                .isCloseTo(2 * RateError.of(before, impressions).freedom(), within(1e-9));
    }

    @Test
    void aComparisonAgreesWithOneComputedByHand() {
        RateComparison compared = AnalyticsCalculator.compare(
                        new double[] {10, 20, 30, 40},
                        new double[] {1000, 1000, 1000, 1000},
                        new double[] {30, 30, 40, 60},
                        new double[] {1000, 1000, 1000, 1000},
                        0.95)
                .orElseThrow();

        // A: R = 0.025, residuals -15 -5 5 15 over 3/4, so se/R = sqrt(500) / 0.75 / 100. B: R = 0.04, residuals
        // -10 -10 0 20, so se/R = sqrt(600) / 0.75 / 160. Both with 3 degrees of freedom.
        assertThat(compared.difference()).isCloseTo(0.6, within(1e-12));
        assertThat(compared.freedom()).isCloseTo(5.305844675740593, within(1e-9));
        assertThat(compared.low()).isCloseTo(-0.3578519088, within(1e-6));
        assertThat(compared.high()).isCloseTo(2.9866193407, within(1e-5));
        assertThat(compared.p()).isCloseTo(0.2469622380, within(1e-6));
        assertThat(compared.isChanged()).isFalse();
    }

    @Test
    void tooLittleIsNotCompared() {
        double[] four = {100, 100, 100, 100};
        assertThat(AnalyticsCalculator.compare(new double[] {1, 1, 1, 1}, four, new double[] {5, 6, 5, 6}, four, 0.95))
                .isEmpty();
        double[] three = {100, 100, 100};
        assertThat(AnalyticsCalculator.compare(new double[] {9, 9, 9}, three, new double[] {5, 6, 5, 6}, four, 0.95))
                .isEmpty();
    }

    @Test
    void timesAreThoseOfTheClockOnTheWall() {
        long[] published = Stream.of(
                        "2026-03-01T23:30:00Z", // Monday 00:30 in Berlin
                        "2026-03-02T00:10:00Z", // Monday 01:10
                        "2026-10-25T00:30:00Z", // Sunday 02:30, the first of two
                        "2026-10-25T01:30:00Z") // Sunday 02:30 once more
                .mapToLong(text -> Instant.parse(text).getEpochSecond())
                .toArray();

        TimeTable table =
                AnalyticsCalculator.byTime(published, new double[] {5, MISSING, 10, 30}, ZoneId.of("Europe/Berlin"));

        assertThat(table.weekday(DayOfWeek.MONDAY)).isEqualTo(new TimeTable.Cell(2, 1, 5.0));
        assertThat(table.hour(2)).isEqualTo(new TimeTable.Cell(2, 2, 40.0));
        assertThat(table.hour(2).mean()).isEqualTo(20.0);
        assertThat(table.slot(DayOfWeek.MONDAY, 1)).isEqualTo(new TimeTable.Cell(1, 0, null));
        assertThat(table.slot(DayOfWeek.MONDAY, 1).mean()).isNull();
        assertThat(table.weekday(DayOfWeek.TUESDAY).posts()).isZero();
    }

    @Test
    void aRankIsTheShareOfTheOthersThatLieBelow() {
        assertThat(AnalyticsCalculator.percentileRanks(new double[] {10, MISSING, 30, 20, 20}))
                .containsExactly(0, MISSING, 1, 0.5, 0.5);
        assertThat(AnalyticsCalculator.percentileRanks(new double[] {10, MISSING}))
                .containsExactly(MISSING, MISSING);
    }
}
