package io.tidemark.analytics.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A sample of the study of effects.
class EffectTrialTest {
    @Test
    void whereNothingMakesADifferenceNothingIsClaimed() {
        assertThat(EffectTrial.nullClaims(60, 300)).isLessThanOrEqualTo(0.05);
    }

    /// Types and campaigns make differences, and the hashtags that go with them none.
    @Test
    void confoundedHashtagsAreNotClaimed() {
        EffectTrial.Score product = EffectTrial.run(EffectTrial.Way.PRODUCT, 30, 1000, 0, true);
        EffectTrial.Score naive = EffectTrial.run(EffectTrial.Way.NAIVE, 30, 1000, 0, true);

        assertThat(product.runsWithFlag()).isLessThanOrEqualTo(0.10);
        assertThat(naive.runsWithFlag()).isGreaterThan(0.8);
    }

    @Test
    void ofAThousandPostsMostHashtagsThatWorkAreFoundAndFewAreWrong() {
        EffectTrial.Score product = EffectTrial.run(EffectTrial.Way.PRODUCT, 30, 1000, 6, true);

        assertThat(product.found()).isGreaterThan(0.5);
        assertThat(product.wrong()).isLessThan(0.10);
        assertThat(product.covered()).isGreaterThan(0.8);
    }
}
