package io.tidemark.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrowthCurveTest {
    @ParameterizedTest
    @EnumSource
    void everyPlatformHasACurveThatRisesFromNothingAndNeverEnds(Platform platform) {
        GrowthCurve curve = GrowthCurve.of(platform);

        double before = curve.fraction(0);
        assertThat(before).isZero();
        assertThat(curve.fraction(-5)).isZero();
        for (double hours = 1.0 / 64; hours < 20_000; hours *= 2) {
            double share = curve.fraction(hours);
            assertThat(share).isGreaterThan(before).isLessThan(1);
            before = share;
        }
    }

    @Test
    void atItsHalfLifeHalfOfTheRiseIsOver() {
        // 0.8 / 2 + 0.2 (1 - 1 / sqrt 2)
        assertThat(GrowthCurve.of(Platform.X).fraction(1.3)).isCloseTo(0.458578643762690, within(1e-12));
        assertThat(GrowthCurve.of(Platform.YOUTUBE).fraction(144)).isCloseTo(0.458578643762690, within(1e-12));
    }

    @Test
    void platformsWithoutAFigureTakeThatOfTheMostAlike() {
        assertThat(GrowthCurve.of(Platform.THREADS)).isEqualTo(GrowthCurve.of(Platform.X));
        assertThat(GrowthCurve.of(Platform.TIKTOK)).isEqualTo(GrowthCurve.of(Platform.INSTAGRAM));
        assertThat(GrowthCurve.of(Platform.PINTEREST)).isEqualTo(GrowthCurve.of(Platform.YOUTUBE));
    }
}
