package io.tidemark.analytics.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analytics.insight.Golden;
import io.tidemark.analytics.statistics.FalseDiscovery;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AdaptiveShrinkageTest {
    private static final Golden GOLDEN = Golden.read("ash.json");
    private static final Offset<Double> CLOSE = within(1e-6);

    @Test
    void theKnownAnswersComeOut() {
        Shrunken[] shrunken = AdaptiveShrinkage.of(GOLDEN.numbers("b"), GOLDEN.numbers("se"), GOLDEN.number("df"));

        assertThat(means(shrunken)).containsExactly(GOLDEN.numbers("post_mean"), CLOSE);
        double[] wrong = wrongSigns(shrunken);
        assertThat(wrong).containsExactly(GOLDEN.numbers("lfsr"), CLOSE);
        boolean[] listed = FalseDiscovery.list(wrong, 0.10);
        assertThat(IntStream.range(0, listed.length).filter(i -> listed[i]).toArray())
                .containsExactly(GOLDEN.wholes("svalue_set_10"));
    }

    @Test
    void anEffectIsPulledTowardsNothingAndNeverBeyond() {
        double[] estimates = {0.5, -0.4, 0.1, 0.0, -0.02, 1.2};
        Shrunken[] shrunken = AdaptiveShrinkage.of(estimates, filled(6, 0.15), 200);

        for (int i = 0; i < estimates.length; i++) {
            assertThat(Math.abs(shrunken[i].mean())).isLessThanOrEqualTo(Math.abs(estimates[i]));
            assertThat(shrunken[i].mean() * estimates[i]).isNotNegative();
        }
    }

    @Test
    void theSameEstimateIsSurerAmongOthersThatAreLarge() {
        double[] alone = filled(40, 0.01);
        alone[0] = 0.3;
        double[] inCompany = alone.clone();
        Arrays.fill(inCompany, 1, 20, 0.5);

        double lonely = AdaptiveShrinkage.of(alone, filled(40, 0.1), 500)[0].wrongSign();
        double company = AdaptiveShrinkage.of(inCompany, filled(40, 0.1), 500)[0].wrongSign();

        assertThat(company).isLessThan(lonely / 3);
    }

    @Test
    void whereAnEstimateSaysNothingTheIntervalSaysSoToo() {
        double[] errors = filled(40, 0.02);
        errors[0] = 5;
        Shrunken unknown = AdaptiveShrinkage.of(new double[40], errors, 500)[0];

        assertThat(unknown.mean()).isZero();
        assertThat(unknown.low()).isLessThan(-0.3);
        assertThat(unknown.high()).isGreaterThan(0.3);
    }

    /// The rate at which flagged effects are wrong is what it is held to, on data that follow the model's idea.
    @Test
    void ofWhatIsFlaggedATenthIsWrongAtMost() {
        Random random = new Random(7);
        int flagged = 0;
        int wrong = 0;
        for (int run = 0; run < 200; run++) {
            double[] truth = new double[40];
            double[] estimates = new double[40];
            for (int i = 0; i < truth.length; i++) {
                truth[i] = i % 4 == 0 ? 0.35 * random.nextGaussian() : 0;
                estimates[i] = truth[i] + 0.12 * random.nextGaussian();
            }
            Shrunken[] shrunken = AdaptiveShrinkage.of(estimates, filled(40, 0.12), 1000);
            boolean[] listed = FalseDiscovery.list(wrongSigns(shrunken), 0.10);
            for (int i = 0; i < truth.length; i++) {
                flagged += listed[i] ? 1 : 0;
                wrong += listed[i] && truth[i] * shrunken[i].mean() <= 0 ? 1 : 0;
            }
        }

        assertThat(flagged).isGreaterThan(400);
        assertThat((double) wrong / flagged).isLessThan(0.10);
    }

    private static double[] filled(int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }

    private static double[] means(Shrunken[] shrunken) {
        return Arrays.stream(shrunken).mapToDouble(Shrunken::mean).toArray();
    }

    private static double[] wrongSigns(Shrunken[] shrunken) {
        return Arrays.stream(shrunken).mapToDouble(Shrunken::wrongSign).toArray();
    }
}
