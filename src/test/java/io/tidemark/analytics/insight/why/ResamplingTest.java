package io.tidemark.analytics.insight.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ResamplingTest {
    @Test
    void asManyPostsAreDrawnAsThereAre() {
        Weights weights = new Weights(40);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 50; i++) {
            assertThat(sum(weights.next(random))).isEqualTo(40);
        }
    }

    @Test
    void manyPostsAreWeighedByPoissonNumbersOfMeanOne() {
        int posts = 200_001;
        byte[] weights = new Weights(posts).next(new SplittableRandom(2));
        double squares = 0;
        int none = 0;
        for (byte weight : weights) {
            squares += weight * weight;
            none += weight == 0 ? 1 : 0;
        }

        assertThat(sum(weights) / (double) posts).isCloseTo(1, within(0.01));
        assertThat(squares / posts).as("mean and variance are both 1").isCloseTo(2, within(0.04));
        assertThat(none / (double) posts).isCloseTo(Math.exp(-1), within(0.005));
    }

    /// Just below the number from which posts are weighed and just above it.
    @Test
    void drawingAndWeighingFindTheSameDeviation() {
        double drawn = deviation(Weights.MANY - 1);
        double weighed = deviation(Weights.MANY);

        assertThat(weighed).isCloseTo(drawn, within(0.15 * drawn));
    }

    @Test
    void theDeviationOfATotalIsThatOfItsPosts() {
        int posts = 400;
        Sample sample = new Sample(posts, 3);
        double mean = sum(sample.values) / posts;
        double variance = 0;
        for (double value : sample.values) {
            variance += (value - mean) * (value - mean);
        }

        double expected = Math.sqrt(2 * variance);

        assertThat(deviations(sample)[3]).isCloseTo(expected, within(0.12 * expected));
    }

    private static double deviation(int posts) {
        return deviations(new Sample(posts, 4))[1];
    }

    /// Of mix, exposure, response and the change between two periods with the same posts.
    private static double[] deviations(Sample sample) {
        return Trial.guarded(
                        new int[][] {sample.cells, sample.cells},
                        new double[][] {sample.values, sample.values},
                        new double[][] {sample.exposures, sample.exposures},
                        3,
                        5)
                .deviations();
    }

    private static final class Sample {
        private final int[] cells;
        private final double[] values;
        private final double[] exposures;

        Sample(int posts, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            cells = new int[posts];
            values = new double[posts];
            exposures = new double[posts];
            for (int i = 0; i < posts; i++) {
                cells[i] = random.nextInt(3);
                exposures[i] = Math.rint(1000 * Math.exp(0.5 * random.nextGaussian()));
                values[i] = Math.rint(exposures[i] * 0.05 * Math.exp(0.3 * random.nextGaussian()));
            }
        }
    }

    private static long sum(byte[] weights) {
        long sum = 0;
        for (byte weight : weights) {
            sum += weight;
        }
        return sum;
    }

    private static double sum(double[] values) {
        return PeriodSums.total(values);
    }
}
