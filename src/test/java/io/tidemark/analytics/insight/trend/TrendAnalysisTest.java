package io.tidemark.analytics.insight.trend;

import static io.tidemark.analytics.insight.trend.TrendFrames.NOW;
import static io.tidemark.analytics.insight.trend.TrendFrames.TODAY;
import static io.tidemark.analytics.insight.trend.TrendFrames.noisy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.frame.ActivityFrame;
import io.tidemark.frame.Frame;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The default period is 23 October to 19 November 2026.
class TrendAnalysisTest {
    private static final TrendMetric IMPRESSIONS = new TrendMetric(Metric.IMPRESSIONS);

    private static TrendAnalysisAnswer analysis(Frame frame) {
        return TrendAnalysis.compute(frame, AnalyticsQuery.DEFAULT, IMPRESSIONS, NOW);
    }

    /// A year of noise, the same in every test.
    private static double[] year() {
        return noisy(new Random(5), 366, 400, 0.15);
    }

    @Test
    void aDayOfThreeTimesTheUsualIsNamedWithTheRangeOfUsualOnesAndThePostsThatEarnedMost() {
        double[] year = year();
        LocalDate day = TODAY.minusDays(10);
        Frame frame = TrendFrames.of(365, ago -> ago == 10 ? 3 * year[ago] : year[ago])
                .post(1, Instant.parse("2026-11-08T09:00:00Z"), 900)
                .post(2, Instant.parse("2026-11-09T09:00:00Z"), 300)
                .postDays(ids -> ActivityFrame.builder(1)
                        .add(
                                0,
                                day,
                                ContentType.IMAGE,
                                0,
                                0,
                                MetricValues.builder()
                                        .put(Metric.IMPRESSIONS, ids[0] == 1 ? 50 : 250)
                                        .build())
                        .build())
                .build();

        TrendAnalysisAnswer.Anomalies anomalies = analysis(frame).anomalies();

        TrendAnalysisAnswer.Anomaly found = anomalies.days().stream()
                .filter(one -> one.date().equals(day))
                .findFirst()
                .orElseThrow();
        assertThat(found.effect()).isBetween(1.2, 3.0);
        assertThat(found.value()).isGreaterThan(found.hi());
        assertThat(found.expected()).isBetween(found.lo(), found.hi());
        assertThat(found.posts()).extracting(TrendAnalysisAnswer.Earner::id).containsExactly(2L, 1L);
        assertThat(found.posts().getFirst().value()).isEqualTo(250);
        assertThat(found.text().english())
                .contains("10 November 2026", "times what is usual", "One post alone brought 250");
        assertThat(found.evidence().status()).isEqualTo(EvidenceStatus.OK);
    }

    /// As video views, of an account that posts a video every eleven days.
    @Test
    void leapsThatComeAllTheTimeAreNotUnusual() {
        double[] year = year();
        Frame frame = TrendFrames.of(365, ago -> ago % 11 == 0 ? 20 * year[ago] : year[ago])
                .build();

        TrendAnalysisAnswer.Anomalies anomalies = analysis(frame).anomalies();

        assertThat(anomalies.days()).isEmpty();
        assertThat(anomalies.text().english()).contains("33 of 365 days lie far", "leaps are usual for impressions");
        assertThat(anomalies.evidence().reasonCode()).isEqualTo("leaps_are_usual");
    }

    @Test
    void todayAndDaysThatMayBeRevisedAreNotJudged() {
        double[] year = year();
        TrendFrames frames = TrendFrames.of(365, ago -> ago <= 2 ? Double.NaN : year[ago]);
        // LinkedIn may revise a day until two days after its end.
        frames.day(0, TODAY.minusDays(2), TODAY.minusDays(1).atTime(9, 0).toInstant(ZoneOffset.UTC), 1);
        frames.day(0, TODAY.minusDays(1), NOW, 1);
        frames.day(0, TODAY, NOW, 90_000);

        TrendAnalysisAnswer answer = analysis(frames.build());

        assertThat(answer.history().settledTo()).isEqualTo(TODAY.minusDays(3));
        assertThat(answer.anomalies().days())
                .extracting(TrendAnalysisAnswer.Anomaly::date)
                .allMatch(day -> day.isBefore(TODAY.minusDays(2)));
        TrendAnalysisAnswer.Day last = answer.days().getLast();
        assertThat(last.date()).isEqualTo(TODAY.minusDays(1));
        assertThat(last.value()).isEqualTo(1);
        assertThat(last.provisional()).isTrue();
        assertThat(last.hi()).isNull();
        assertThat(answer.forecast().days().getFirst().date()).isEqualTo(TODAY.minusDays(2));
    }

    @Test
    void aDayThatALargeAccountLacksIsNoLowDay() {
        double[] year = year();
        Frame frame = TrendFrames.of(365, ago -> ago == 10 ? Double.NaN : year[ago])
                .account(365, ago -> 20)
                .build();

        TrendAnalysisAnswer answer = analysis(frame);

        assertThat(answer.anomalies().days())
                .extracting(TrendAnalysisAnswer.Anomaly::date)
                .doesNotContain(TODAY.minusDays(10));
        assertThat(answer.history().judged()).isEqualTo(364);
    }

    @Test
    void aLastingChangeOfLevelIsFoundWhereItIs() {
        double[] year = year();
        Frame frame = TrendFrames.of(365, ago -> ago <= 100 ? 1.6 * year[ago] : year[ago])
                .build();

        List<TrendAnalysisAnswer.ChangePoint> points =
                analysis(frame).changePoints().points();

        assertThat(points).hasSize(1);
        TrendAnalysisAnswer.ChangePoint point = points.getFirst();
        assertThat(point.date()).isBetween(TODAY.minusDays(105), TODAY.minusDays(95));
        assertThat(point.shift()).isBetween(0.4, 0.8);
        assertThat(point.shift()).isBetween(point.lo(), point.hi());
        assertThat(point.accounts()).isEmpty();
        assertThat(point.text().english()).contains("level of impressions");
    }

    @Test
    void anAccountThatBeginsToReportIsNoChangeOfWhatWasThere() {
        double[] year = year();
        Frame frame = TrendFrames.of(365, ago -> year[ago])
                .account(100, ago -> 0.6 * year[ago])
                .build();

        TrendAnalysisAnswer.ChangePoint point =
                analysis(frame).changePoints().points().getFirst();

        assertThat(point.accounts()).containsExactly("Account 2 (LinkedIn) began to report");
        assertThat(point.text().english()).contains("may be all there is to it");
        assertThat(point.evidence().status()).isEqualTo(EvidenceStatus.WEAK);
        assertThat(point.evidence().reasonCode()).isEqualTo("accounts_changed");
    }

    @Test
    void theWeekSaysWhatWouldHaveBeenToldApart() {
        double[] year = year();
        TrendAnalysisAnswer.Week usual =
                analysis(TrendFrames.of(365, ago -> year[ago]).build()).week();

        assertThat(usual.from()).isEqualTo(LocalDate.parse("2026-11-09"));
        assertThat(usual.to()).isEqualTo(LocalDate.parse("2026-11-15"));
        assertThat(usual.verdict()).isEqualTo(WeekVerdict.WITHIN_VARIATION);
        TrendAnalysisAnswer.Span normal = Objects.requireNonNull(usual.usual());
        TrendAnalysisAnswer.Span detectable = Objects.requireNonNull(usual.detectable());
        assertThat(detectable.up()).isGreaterThan(normal.up());
        assertThat(detectable.down()).isBetween(-1.0, normal.down());
        assertThat(usual.text().english()).contains("within normal variation", "told apart in four weeks of five");
        assertThat(usual.evidence().status()).isEqualTo(EvidenceStatus.NOT_ENOUGH_DATA);

        // The week from 9 November lies 5 to 11 days back.
        TrendAnalysisAnswer.Week doubled = analysis(TrendFrames.of(365, ago -> ago <= 11 ? 2 * year[ago] : year[ago])
                        .build())
                .week();

        assertThat(doubled.verdict()).isEqualTo(WeekVerdict.UP);
        assertThat(doubled.p()).isLessThan(0.05);
        assertThat(doubled.text().english()).contains("more than such weeks usually change");
        assertThat(doubled.evidence().status()).isEqualTo(EvidenceStatus.OK);
        assertThat(doubled.evidence().n()).isEqualTo(26);
    }

    @Test
    void aWeeklyPatternIsForeseenWithinItsInterval() {
        double[] year = year();

        TrendAnalysisAnswer.Outlook forecast =
                analysis(TrendFrames.of(365, ago -> year[ago]).build()).forecast();

        assertThat(forecast.days()).hasSize(14);
        assertThat(forecast.days().getFirst().date()).isEqualTo(TODAY);
        for (TrendAnalysisAnswer.Foreseen day : forecast.days()) {
            double ago = TODAY.toEpochDay() - day.date().toEpochDay();
            double truth = 400 * Math.exp(0.25 * Math.sin(2 * Math.PI * ago / 7));
            assertThat(day.value()).isCloseTo(truth, within(0.25 * truth));
            assertThat(truth).isBetween(day.lo(), day.hi());
        }
    }

    @Test
    void ofAWeekOfDaysItIsSaidHowManyAreMissing() {
        TrendAnalysisAnswer answer =
                analysis(TrendFrames.of(10, ago -> 100 + ago).build());

        assertThat(answer.decomposition().daysMissing()).isEqualTo(11);
        assertThat(answer.anomalies().daysMissing()).isEqualTo(11);
        assertThat(answer.changePoints().daysMissing()).isEqualTo(50);
        assertThat(answer.week().daysMissing()).isEqualTo(25);
        assertThat(answer.forecast().daysMissing()).isEqualTo(18);
        assertThat(answer.anomalies().text().english())
                .isEqualTo("It takes 21 settled days to tell an unusual day from others; there are 10, so it takes 11"
                        + " more.");
        assertThat(evidence(answer)).allMatch(one -> one.status() == EvidenceStatus.NOT_ENOUGH_DATA && one.n() == 10);
    }

    @Test
    void whereNothingIsKnownNothingIsSaid() {
        TrendAnalysisAnswer nothing =
                analysis(TrendFrames.of(30, ago -> Double.NaN).build());
        assertThat(evidence(nothing)).allMatch(one -> one.status() == EvidenceStatus.NOT_ENOUGH_DATA && one.n() == 0);

        TrendAnalysisAnswer never = TrendAnalysis.compute(
                TrendFrames.of(90, ago -> 5).build(), AnalyticsQuery.DEFAULT, new TrendMetric(Metric.SAVES), NOW);
        assertThat(evidence(never)).allMatch(one -> one.status() == EvidenceStatus.NOT_PROVIDED);
        assertThat(never.week().text().english())
                .isEqualTo("Nothing is known of saves by day: neither platforms nor readings of posts tell.");
    }

    /// A fifth of the days gone at random, and three weeks in one piece.
    @Test
    void gapsAreNoZeros() {
        double[] year = year();
        Random random = new Random(3);
        Frame frame = TrendFrames.of(
                        365, ago -> random.nextInt(5) == 0 || (ago > 40 && ago < 62) ? Double.NaN : year[ago])
                .build();

        TrendAnalysisAnswer answer = analysis(frame);

        assertThat(answer.anomalies().days()).hasSizeLessThanOrEqualTo(1);
        assertThat(answer.changePoints().points()).isEmpty();
        assertThat(answer.forecast().days()).hasSize(14).allMatch(day -> day.value() > 150 && day.value() < 800);
        assertThat(answer.decomposition().evidence().status()).isEqualTo(EvidenceStatus.WEAK);
        assertThat(answer.days()).filteredOn(day -> day.value() == null).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void numbersThatHardlyMoveClaimNothing(int kind) {
        Frame frame = TrendFrames.of(365, ago -> switch (kind) {
                    case 0 -> 0;
                    case 1 -> ago % 9 == 0 ? 1 : 0;
                    case 2 -> 100;
                    default -> ago % 5 == 0 ? -2 : 1;
                })
                .build();

        TrendAnalysisAnswer answer = analysis(frame);

        assertThat(answer.anomalies().days()).isEmpty();
        assertThat(answer.changePoints().points()).isEmpty();
        assertThat(answer.week().verdict()).isEqualTo(WeekVerdict.WITHIN_VARIATION);
        assertThat(answer.forecast().days()).allMatch(day -> day.value() >= 0);
    }

    @Test
    void theSameDaysGiveTheSameAnswer() {
        double[] year = year();
        Frame frame = TrendFrames.of(365, ago -> year[ago]).build();

        assertThat(analysis(frame)).isEqualTo(analysis(frame));
    }

    private static List<Evidence> evidence(TrendAnalysisAnswer answer) {
        return Stream.of(
                        answer.decomposition().evidence(),
                        answer.anomalies().evidence(),
                        answer.changePoints().evidence(),
                        answer.week().evidence(),
                        answer.forecast().evidence())
                .toList();
    }
}
