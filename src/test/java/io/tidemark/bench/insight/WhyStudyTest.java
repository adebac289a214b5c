package io.tidemark.bench.insight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A small sample of the study.
class WhyStudyTest {
    private static final int EXPOSURE = 1;
    private static final int CHANGE = 3;

    @Test
    void sumsAreExact() {
        for (double worst : WhyStudy.worst(2000, 11)) {
            assertThat(worst).isLessThan(1e-12);
        }
    }

    @Test
    void theGuardKeepsChanceOutAsOftenAsItSays() {
        WhyStudy.Null found = WhyStudy.Null.of(30, 200, 12);

        assertThat(found.inside()[EXPOSURE]).isBetween(0.8, 0.96);
        assertThat(found.inside()[CHANGE]).isBetween(0.82, 0.97);
        assertThat(found.size()[EXPOSURE])
                .as("nothing changed, and a fifth moves")
                .isBetween(0.15, 0.32);
    }
}
