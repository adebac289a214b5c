package io.tidemark.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PairSumsTest {
    private static final int POSTS = 2_000;

    @Test
    void residualsAreThoseOfThePostsOneByOne() {
        Random random = new Random(7);
        double[] numerators = new double[POSTS];
        double[] denominators = new double[POSTS];
        PairSums cells = new PairSums(3);
        for (int i = 0; i < POSTS; i++) {
            denominators[i] = random.nextInt(10_000);
            numerators[i] = Math.round(denominators[i] * random.nextDouble() / 10);
            cells.add(i % 3, numerators[i], denominators[i]);
        }
        PairSums sums = new PairSums(1);
        for (int cell = 0; cell < 3; cell++) {
            sums.add(0, cells, cell);
        }
        double total = sums.denominator(0);
        double ratio = sums.numerator(0) / total;
        double expected = 0;
        for (int i = 0; i < POSTS; i++) {
            double residual = (numerators[i] - ratio * denominators[i]) / (1 - denominators[i] / total);
            expected += residual * residual;
        }

        assertThat(sums.residuals(0, ratio, total)).isCloseTo(expected, within(1e-11 * expected));
        assertThat(sums.reporting(0)).isEqualTo(POSTS);
    }

    @Test
    void aPostThatIsALargePartOfTheWholeIsLeftToExactness() {
        PairSums sums = new PairSums(1);
        sums.add(0, 10, 900);
        sums.add(0, 3, 100);

        assertThat(sums.residuals(0, 0.013, 1_000)).isNaN();
    }

    @Test
    void residualsThatAlmostVanishAreLeftToExactness() {
        PairSums sums = new PairSums(1);
        for (int i = 1; i <= POSTS; i++) {
            sums.add(0, i, 100.0 * i);
        }

        assertThat(sums.residuals(0, 0.01, sums.denominator(0))).isNaN();
    }

    @Test
    void aPostWithNothingToDivideByReportsAndIsNoUnit() {
        PairSums sums = new PairSums(2);
        sums.add(0, 5, 0);

        assertThat(sums.reporting(0)).isEqualTo(1);
        assertThat(sums.units(0)).isZero();
        assertThat(sums.numerator(0)).isZero();
        assertThat(sums.residuals(1, 0.5, 10)).as("of no posts").isZero();
    }
}
