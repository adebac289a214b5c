package io.tidemark.analytics;

import static io.tidemark.analytics.Values.reporting;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// LinkedIn may revise a day for two days after its end in UTC.
class SettledComparisonTest {
    private static final Instant NOW = Instant.parse("2026-10-09T06:00:00Z");
    private static final MetricValues HUNDRED = reporting(Metric.IMPRESSIONS, 100);
    private static final AnalyticsQuery QUERY = AnalyticsQuery.DEFAULT
            .over(new PeriodChoice.Dates(new Period(LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 8))))
            .on(Basis.Choice.ACTIVITY);

    @Test
    void daysThatMayStillBeRevisedAreCutOffOnBothSides() {
        FrameBuilder frame = before().day(0, "2026-10-05", HUNDRED)
                .day(0, "2026-10-06", "2026-10-09T00:00:00Z", HUNDRED)
                .day(0, "2026-10-07", "2026-10-09T00:00:00Z", reporting(Metric.IMPRESSIONS, 30))
                .day(0, "2026-10-08", "2026-10-09T00:00:00Z", reporting(Metric.IMPRESSIONS, 3));

        OverviewAnswer answer = Overview.compute(frame.build(), QUERY, NOW);

        ComparisonAnswer comparison = comparison(answer);
        assertThat(comparison.from()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(comparison.to()).isEqualTo(LocalDate.of(2026, 10, 4));
        assertThat(comparison.settledTo()).isEqualTo(LocalDate.of(2026, 10, 6));
        assertThat(comparison.days()).isEqualTo(2);
        assertThat(comparison.previousDays()).isEqualTo(2);
        MetricAnswer impressions = impressions(answer);
        assertThat(impressions.value()).isEqualTo(233);
        assertThat(impressions.provisional()).isTrue();
        assertThat(impressions.compared()).isEqualTo(200);
        assertThat(impressions.previous()).as("1 and 2 October").isEqualTo(30);
        assertThat(impressions.change()).isEqualTo(170);
    }

    @Test
    void levelsReadDuringADayDoNotMakeItProvisional() {
        FrameBuilder frame = before().account(Platform.BLUESKY)
                .day(0, "2026-10-05", HUNDRED)
                .day(0, "2026-10-06", HUNDRED)
                .day(1, "2026-10-05", "2026-10-05T21:00:00Z", reporting(Metric.FOLLOWERS, 900))
                .day(1, "2026-10-06", "2026-10-06T21:00:00Z", reporting(Metric.FOLLOWERS, 901));

        assertThat(comparison(Overview.compute(frame.build(), QUERY, NOW)).settledTo())
                .isEqualTo(LocalDate.of(2026, 10, 6));
    }

    @Test
    void aDayIsSettledFromTheVeryEndOfTheLag() {
        FrameBuilder settled = before().day(0, "2026-10-05", "2026-10-08T00:00:00Z", HUNDRED);
        FrameBuilder aSecondEarly = before().day(0, "2026-10-05", "2026-10-07T23:59:59Z", HUNDRED);

        assertThat(comparison(Overview.compute(settled.build(), QUERY, NOW)).settledTo())
                .isEqualTo(LocalDate.of(2026, 10, 5));
        assertThat(comparison(Overview.compute(aSecondEarly.build(), QUERY, NOW))
                        .settledTo())
                .isNull();
        assertThat(impressions(Overview.compute(aSecondEarly.build(), QUERY, NOW))
                        .changeStatus())
                .isEqualTo(ChangeStatus.INCOMPARABLE);
    }

    @Test
    void aDayOfTheOtherSideThatWasNeverReadAgainTakesItsPartnerAlong() {
        FrameBuilder frame = account()
                .day(0, "2026-10-01", reporting(Metric.IMPRESSIONS, 10))
                .day(0, "2026-10-02", "2026-10-03T00:00:00Z", reporting(Metric.IMPRESSIONS, 1))
                .day(0, "2026-10-03", reporting(Metric.IMPRESSIONS, 40))
                .day(0, "2026-10-04", reporting(Metric.IMPRESSIONS, 80))
                .days(0, "2026-10-05", "2026-10-08", HUNDRED);

        OverviewAnswer answer = Overview.compute(frame.build(), QUERY, Instant.parse("2026-11-01T00:00:00Z"));

        assertThat(comparison(answer).days()).isEqualTo(3);
        assertThat(impressions(answer).compared()).isEqualTo(300);
        assertThat(impressions(answer).previous()).isEqualTo(130);
    }

    @Test
    void settledWholeMonthsCompareWholeWhateverTheirLength() {
        FrameBuilder frame = account().days(0, "2026-09-01", "2026-10-31", reporting(Metric.IMPRESSIONS, 1));
        AnalyticsQuery lastMonth = QUERY.over(new PeriodChoice.Named(Range.LAST_MONTH));

        OverviewAnswer answer = Overview.compute(frame.build(), lastMonth, Instant.parse("2026-11-20T00:00:00Z"));

        assertThat(impressions(answer).compared()).isEqualTo(31);
        assertThat(impressions(answer).previous()).isEqualTo(30);
        assertThat(comparison(answer).settledTo()).isEqualTo(LocalDate.of(2026, 10, 31));
    }

    @Test
    void anUnsettledMonthComparesItsFirstDaysWithAsManyOfTheOther() {
        FrameBuilder frame = account()
                .days(0, "2026-09-01", "2026-10-28", reporting(Metric.IMPRESSIONS, 1))
                .day(0, "2026-10-29", "2026-10-31T00:00:00Z", reporting(Metric.IMPRESSIONS, 1));
        AnalyticsQuery lastMonth = QUERY.over(new PeriodChoice.Named(Range.LAST_MONTH));

        OverviewAnswer answer = Overview.compute(frame.build(), lastMonth, Instant.parse("2026-11-01T00:00:00Z"));

        assertThat(comparison(answer).settledTo()).isEqualTo(LocalDate.of(2026, 10, 28));
        assertThat(impressions(answer).compared()).isEqualTo(28);
        assertThat(impressions(answer).previous()).isEqualTo(28);
    }

    @Test
    void nothingIsComparedOnRequest() {
        OverviewAnswer answer =
                Overview.compute(before().build(), QUERY.comparing(Comparison.of(Comparison.Rule.NONE)), NOW);

        assertThat(answer.comparison()).isNull();
        assertThat(impressions(answer).previous()).isNull();
        assertThat(answer.published().posts().previous()).isNull();
    }

    private static FrameBuilder before() {
        return account()
                .day(0, "2026-10-01", reporting(Metric.IMPRESSIONS, 10))
                .day(0, "2026-10-02", reporting(Metric.IMPRESSIONS, 20))
                .day(0, "2026-10-03", reporting(Metric.IMPRESSIONS, 40))
                .day(0, "2026-10-04", reporting(Metric.IMPRESSIONS, 80));
    }

    private static FrameBuilder account() {
        return new FrameBuilder("Europe/Berlin").account(Platform.LINKEDIN);
    }

    private static ComparisonAnswer comparison(OverviewAnswer answer) {
        return notNull(answer.comparison());
    }

    private static MetricAnswer impressions(OverviewAnswer answer) {
        return notNull(answer.metrics().get("impressions"));
    }

    private static <T> T notNull(@Nullable T value) {
        if (value == null) {
            throw new AssertionError("missing");
        }
        return value;
    }
}
