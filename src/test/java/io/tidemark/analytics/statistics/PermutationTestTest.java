package io.tidemark.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PermutationTestTest {
    @Test
    void theShareOfShufflesIsThatOfAllWaysToShare() {
        // Of the 20 ways to choose three of six, two are as far apart as these.
        PermutationTest test = PermutationTest.of(
                new double[] {1, 2, 3, 11, 12, 13},
                new double[] {1, 1, 1, 1, 1, 1},
                new boolean[] {false, false, false, true, true, true},
                20_000,
                7);

        assertThat(test.difference()).isEqualTo(10);
        assertThat(test.pValue()).isCloseTo(0.1, within(0.01));
    }

    @Test
    void weightsCount() {
        PermutationTest test = PermutationTest.of(
                new double[] {1, 100, 2, 4},
                new double[] {1, 0, 3, 1},
                new boolean[] {false, false, true, true},
                10,
                1);

        assertThat(test.difference()).isEqualTo(2.5 - 1);
    }

    @Test
    void withoutADifferenceOneIsSeenAsOftenAsTheLevelSays() {
        Random random = new Random(11);
        boolean[] groups = new boolean[40];
        Arrays.fill(groups, 0, 20, true);
        double[] ones = new double[40];
        Arrays.fill(ones, 1);
        long seen = IntStream.range(0, 600)
                .filter(run -> {
                    double[] values = random.doubles(40)
                            .map(uniform -> -Math.log(1 - uniform))
                            .toArray();
                    return PermutationTest.of(values, ones, groups, 199, run).pValue() <= 0.05;
                })
                .count();

        // 30 are expected, with a deviation of 5.3.
        assertThat(seen).isBetween(14L, 46L);
    }
}
