package io.tidemark.analytics.insight;

import static io.tidemark.analytics.insight.TimingFrames.NOW;
import static io.tidemark.analytics.insight.TimingFrames.likes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.insight.feed.Feed;
import io.tidemark.analytics.statistics.FalseDiscovery;
import io.tidemark.frame.Frame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/// The default period is 23 October to 19 November 2026, compared with the 28 days before.
class InsightsTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
    private static final LocalDate LAST = LocalDate.parse("2026-11-19");
    private static final LocalDate FROM = LocalDate.parse("2026-10-23");

    @Test
    void aNumberThatDoublesAfterMonthsOfRestHasChanged() {
        // 28 days of 100 after eight months of 50: over the settled days the ratio is 2.
        Insight change = only(InsightType.CHANGE, daily(day -> isRecent(day) ? 100 : 50));

        assertThat(change.metric()).isEqualTo("impressions");
        assertThat(change.title().english()).isEqualTo("Impressions up 100%");
        assertThat(change.text().english()).contains("more than such numbers usually change");
        assertThat(change.evidence().value()).isCloseTo(1.0, within(0.001));
        assertThat(change.evidence().status()).isEqualTo(EvidenceStatus.OK);
        assertThat(change.evidence().lo()).isPositive();
        // Stretches of as many days as are compared, from 1 March to before the period compared with.
        assertThat(change.evidence().n()).isBetween(6, 9);
    }

    @Test
    void howFarANumberUsuallyFallsIsSaidAsAFall() {
        Insight change = only(InsightType.CHANGE, daily(day -> isRecent(day) ? 10 : day % 28 < 14 ? 50 : 60));

        assertThat(change.title().english()).startsWith("Impressions down 8");
        assertThat(change.text().english())
                .containsPattern("more than such numbers usually change, which is by -\\d+% to \\+\\d+%");
    }

    @Test
    void aNumberThatAlwaysJumpsHasNotChangedWhenItJumps() {
        // Blocks of four weeks that alternate between 50 and 100.
        Frame frame = daily(day -> Math.floorDiv(FROM.toEpochDay() - day, 28L) % 2 == 0 ? 100 : 50);

        List<Insight> insights =
                Feed.of(frame, AnalyticsQuery.DEFAULT, NOW).answer().findings();

        assertThat(insights).extracting(Insight::type).doesNotContain(InsightType.CHANGE);
    }

    @Test
    void identicalPeriodsClaimNothing() {
        assertThat(Feed.of(daily(day -> 50), AnalyticsQuery.DEFAULT, NOW)
                        .answer()
                        .findings())
                .isEmpty();
    }

    @Test
    void everyNumberThatAddsIsLookedAt() {
        TimingFrames frames = new TimingFrames().account(Platform.LINKEDIN);
        FIRST.datesUntil(LAST.plusDays(1))
                .forEach(day -> frames.day(
                        0,
                        day,
                        MetricValues.builder()
                                .put(Metric.IMPRESSIONS, 50)
                                .put(Metric.SHARES, day.isBefore(FROM) ? 50 : 100)
                                .put(Metric.CLICKS, day.isBefore(FROM) ? 50 : 20)
                                .build()));

        assertThat(Feed.of(frames.build(), AnalyticsQuery.DEFAULT, NOW).answer().findings())
                .filteredOn(insight -> insight.type() == InsightType.CHANGE)
                .extracting(Insight::metric)
                .containsExactly("clicks", "shares");
    }

    @Test
    void ofManyNumbersWithoutAChangeHardlyEverIsOneCalledChanged() {
        List<Metric> metrics = List.of(
                Metric.IMPRESSIONS,
                Metric.IMPRESSIONS_ORGANIC,
                Metric.REACTIONS,
                Metric.COMMENTS,
                Metric.SHARES,
                Metric.CLICKS);
        int called = 0;
        int runs = 150;
        Random random = new Random(7);
        for (int run = 0; run < runs; run++) {
            TimingFrames frames = new TimingFrames().account(Platform.LINKEDIN);
            FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> {
                MetricValues.Builder values = MetricValues.builder();
                metrics.forEach(metric -> values.put(metric, Math.rint(100 * Math.exp(0.6 * random.nextGaussian()))));
                frames.day(0, day, values.build());
            });
            boolean any = Feed.of(frames.build(), AnalyticsQuery.DEFAULT, NOW).answer().findings().stream()
                    .anyMatch(insight -> insight.type() == InsightType.CHANGE);
            called += any ? 1 : 0;
        }

        assertThat((double) called / runs).isLessThanOrEqualTo(0.10);
    }

    @Test
    void asManyFindingsAreListedAsTheRateAllows() {
        // Sorted, the bounds are .025, .05, .075, .1.
        assertThat(FalseDiscovery.benjaminiHochberg(new double[] {.2, .001, .07, .06}, 0.10))
                .containsExactly(false, true, true, true);
        assertThat(FalseDiscovery.benjaminiHochberg(new double[] {.2, .03}, 0.10))
                .containsExactly(false, true);
        assertThat(FalseDiscovery.benjaminiHochberg(new double[] {.04, .2, .3, .4}, 0.10))
                .containsOnly(false);
    }

    @Test
    void withoutAHistoryAChangeIsNotJudged() {
        TimingFrames frames = new TimingFrames().account(Platform.LINKEDIN);
        LocalDate.parse("2026-09-25")
                .datesUntil(LAST.plusDays(1))
                .forEach(day -> frames.day(0, day, impressions(day.isBefore(FROM) ? 50 : 100)));

        Insight change = only(InsightType.UNTESTED_CHANGE, frames.build());

        assertThat(change.text().english()).contains("Too little came before");
        assertThat(change.evidence().status()).isEqualTo(EvidenceStatus.NOT_ENOUGH_DATA);
        assertThat(change.evidence().lo()).isNull();
    }

    @Test
    void theBestDayOfTheWholeHistoryIsARecordIfItLiesInThePeriod() {
        long best = LocalDate.parse("2026-11-03").toEpochDay();

        Insight record = only(InsightType.RECORD_DAY, daily(day -> day == best ? 90 : 50 + day % 5));
        assertThat(record.date()).isEqualTo(LocalDate.parse("2026-11-03"));
        assertThat(record.text().english())
                .isEqualTo("3 November 2026 had more impressions (90) than any of the 263 other days on record since"
                        + " 1 March 2026.");

        long earlier = LocalDate.parse("2026-06-03").toEpochDay();
        assertThat(Feed.of(daily(day -> day == earlier ? 90 : 50), AnalyticsQuery.DEFAULT, NOW)
                        .answer()
                        .findings())
                .isEmpty();
    }

    @Test
    void thePostWithMostEngagementIsARecordIfItLiesInThePeriod() {
        TimingFrames frames = new TimingFrames().account(Platform.X);
        for (int i = 0; i < 25; i++) {
            frames.post(
                    0,
                    Instant.parse("2026-05-01T10:00:00Z").plusSeconds(86_400L * i),
                    ContentType.IMAGE,
                    Boosted.NO,
                    likes(i));
        }
        frames.post(0, "2026-11-03T10:00:00Z", likes(40));

        Insight record = only(InsightType.RECORD_POST, frames.build());

        assertThat(record.post()).isEqualTo(26);
        assertThat(record.text().english())
                .contains("3 November 2026")
                .contains("any of the 25 other posts since 1 May 2026");
    }

    @Test
    void anAccountThatStopsReportingIsNamed() {
        TimingFrames frames = new TimingFrames().account(Platform.LINKEDIN);
        FIRST.datesUntil(LocalDate.parse("2026-11-06")).forEach(day -> frames.day(0, day, impressions(50)));

        Insight stopped = only(InsightType.STOPPED_REPORTING, frames.build());

        assertThat(stopped.date()).isEqualTo(LocalDate.parse("2026-11-06"));
        assertThat(stopped.text().english())
                .contains("for the 14 days after 5 November 2026")
                .contains("28 of 28 days");
    }

    @Test
    void withoutDataThereIsNothingToSay() {
        assertThat(Feed.of(new TimingFrames().build(), AnalyticsQuery.DEFAULT, NOW)
                        .answer()
                        .findings())
                .isEmpty();
    }

    private static Insight only(InsightType type, Frame frame) {
        List<Insight> insights =
                Feed.of(frame, AnalyticsQuery.DEFAULT, NOW).answer().findings();
        assertThat(insights).filteredOn(insight -> insight.type() == type).hasSize(1);
        assertThat(Feed.of(frame, AnalyticsQuery.DEFAULT, NOW).answer().findings())
                .isEqualTo(insights);
        return insights.stream()
                .filter(insight -> insight.type() == type)
                .findFirst()
                .orElseThrow();
    }

    /// A LinkedIn page with impressions of every day, given the epoch day.
    private static Frame daily(IntToDoubleFunction value) {
        TimingFrames frames = new TimingFrames().account(Platform.LINKEDIN);
        FIRST.datesUntil(LAST.plusDays(1))
                .forEach(
                        day -> frames.day(0, day, impressions(value.applyAsDouble(Math.toIntExact(day.toEpochDay())))));
        return frames.build();
    }

    private static boolean isRecent(int day) {
        return day >= FROM.toEpochDay();
    }

    private static MetricValues impressions(double value) {
        return MetricValues.builder().put(Metric.IMPRESSIONS, value).build();
    }
}
