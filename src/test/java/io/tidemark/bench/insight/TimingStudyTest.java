package io.tidemark.bench.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bench.insight.TimingStudy.Tally;
import org.junit.jupiter.api.Test;

/// A small sample of the study of posting times.
class TimingStudyTest {
    private static final int RUNS = 30;

    @Test
    void theModelLosesFarLessThanStayingWithTheMixOrTrustingMeans() {
        Tally tally = TimingStudy.of(0.28, 300, RUNS);

        // Published: 46 %, 32 %, 17 %.
        assertThat(tally.regretOfTheMix()).isBetween(0.38, 0.54);
        assertThat(tally.regretOfTheBestMean()).isBetween(0.24, 0.42);
        assertThat(tally.regretOfTheModel()).isLessThan(0.22);
        // Published: 89 % of the intervals, 87 % of the accounts.
        assertThat(tally.covered()).isBetween(0.82, 0.96);
        assertThat(tally.claimed()).isGreaterThan(0.7);
    }

    @Test
    void withoutAnEffectFewAreClaimed() {
        // Published: 6 %.
        assertThat(TimingStudy.of(0, 100, 4 * RUNS).claimed()).isLessThan(0.10);
    }
}
