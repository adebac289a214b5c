package io.tidemark.analytics.insight.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.insight.ChangesTrial;
import org.junit.jupiter.api.Test;

/// A small sample of the study of trends: bounds that hold with room for chance.
class TrendStudyTest {
    private static final long SEED = 7;

    @Test
    void fewUsualDaysAreCalledUnusualAndMostUnusualOnesFound() {
        AnomalyTrial.Result result = AnomalyTrial.run(AnomalyTrial.Way.PRODUCT, 60, SEED);

        assertThat(result.falsePerYear()).isBetween(1.0, 6.5);
        assertThat(result.precision()).isGreaterThan(0.62);
        assertThat(result.recall()).isGreaterThan(0.75);
        assertThat(result.inBand()).isBetween(0.87, 0.93);
    }

    @Test
    void levelsThatOnlyDriftSeldomChangeAndThoseThatDropAreSeen() {
        assertThat(LevelTrial.run(0, TrendWorld.DRIFT, 50, SEED).found()).isLessThan(0.17);
        assertThat(LevelTrial.run(Math.log(0.61), TrendWorld.DRIFT, 30, SEED).found())
                .isGreaterThan(0.75);
    }

    @Test
    void weeksAreCalledChangedAsSeldomAsIsSaidAndAsOftenWhereTheyAre() {
        WeekTrial.Result steady = WeekTrial.run(WeekTrial.World.STEADY, 14, 0, 1000, SEED);
        assertThat(steady.called()).isLessThan(0.06);
        assertThat(steady.calledAtDetectable()).isBetween(0.75, 0.9);

        WeekTrial.Result bursts = WeekTrial.run(WeekTrial.World.BURSTS, 30, 0, 1000, SEED);
        assertThat(bursts.called()).isLessThan(0.1).isLessThan(bursts.calledByTestAlone());
    }

    @Test
    void aNumberThatLeapsNowAndThenHasSeldomChangedForGood() {
        assertThat(ChangesTrial.run(ChangesTrial.World.VIRAL, 60, SEED)).isLessThanOrEqualTo(0.1);
    }

    @Test
    void forecastsBeatTheWeekBeforeAndTheirIntervalsHold() {
        ForecastTrial.Result result = ForecastTrial.run(150, 40, SEED);

        assertThat(result.product()).isLessThan(result.naive());
        assertThat(result.in80()).isBetween(0.72, 0.9);
        assertThat(result.in95()).isBetween(0.9, 0.99);
    }
}
