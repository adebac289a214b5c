package io.tidemark.bench.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// A small sample of the study, with bounds that it would break if the method were wrong.
class PerformanceStudyTest {
    private static final long SEED = 7;

    @Test
    void atMostOneAlertInFiveIsFalseAndChancesAreKept() {
        Breakouts study = Breakouts.run(30, SEED);

        assertThat(study.wrong(Breakouts.Rule.ALERT)).isLessThan(0.20);
        assertThat(study.recall(Breakouts.Rule.ALERT)).isGreaterThan(0.5);
        assertThat(study.wrong(Breakouts.Rule.MIDDLE)).isGreaterThan(study.wrong(Breakouts.Rule.ALERT));
        for (int fifth : new int[] {0, 4}) {
            double[] bin = study.calibration(fifth);
            assertThat(bin[1]).as("fifth %d", fifth).isCloseTo(bin[0], within(0.12));
        }
    }

    @Test
    void intervalsHoldWhatTheyPromise() {
        assertThat(Rankings.coverage(30, SEED, 2)).isBetween(0.82, 0.97);
        assertThat(Rankings.coverage(30, SEED, 7)).isBetween(0.82, 0.97);
    }

    @Test
    void fairRankingsFindMoreOfTheBest() {
        var rates = Rankings.byRate(20, SEED);
        var counts = Rankings.byCount(20, SEED);

        assertThat(rates.get(1).trueRate()).isGreaterThan(rates.get(0).trueRate() * 1.05);
        assertThat(rates.get(1).flukes()).isLessThan(rates.get(0).flukes());
        assertThat(counts.get(2).spearman()).isGreaterThan(counts.get(0).spearman() + 0.05);
    }
}
