package io.tidemark.collect.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GrowthTest {
    private static final Growth GROWTH = new Growth(24, 1.4);

    @Test
    void atTheHalfLifeTheBodyHasReachedHalfAndTheTailItsPart() {
        double expected = 0.8 * 0.5 + 0.2 * (1 - 1 / Math.sqrt(2));

        assertThat(GROWTH.reached(24)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void growthBeginsAtNothingAndOnlyRisesTowardsOne() {
        double before = 0;
        assertThat(GROWTH.reached(0)).isZero();
        for (double hours = 0.1; hours < 20_000; hours *= 1.5) {
            double reached = GROWTH.reached(hours);
            assertThat(reached).isGreaterThan(before).isLessThan(1);
            before = reached;
        }
        assertThat(before).isGreaterThan(0.95);
    }
}
