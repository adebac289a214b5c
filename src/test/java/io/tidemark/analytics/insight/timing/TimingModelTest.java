package io.tidemark.analytics.insight.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analytics.insight.Controls;
import io.tidemark.analytics.insight.Golden;
import io.tidemark.analytics.statistics.Mixture;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TimingModelTest {
    private static final Golden GOLDEN = Golden.read("best_time.json");
    private static final Offset<Double> CLOSE = within(1e-6);

    private final TimingSample sample = golden();
    private final SlotGrid grid = new SlotGrid(slots(sample), 0);

    @Test
    void theFeaturesArePriorEquallyLikelyToMoveSlots() {
        assertThat(SlotFeatures.relativePriorVariances()).containsExactly(GOLDEN.numbers("feature_prior_var"), CLOSE);
    }

    @Test
    void theKnownAnswersComeOut() {
        SlotPosterior posterior = TimingModel.fit(sample);

        assertThat(posterior.noise()).isCloseTo(GOLDEN.number("sigma2"), CLOSE);
        assertThat(IntStream.range(0, 8).mapToDouble(posterior::share).toArray())
                .containsExactly(GOLDEN.numbers("weights"), CLOSE);
        Mixture[] effects = IntStream.range(0, SlotFeatures.SLOTS)
                .mapToObj(grid::slot)
                .map(slot -> posterior.effect(slot.features(), slot.rough()))
                .toArray(Mixture[]::new);
        assertThat(Arrays.stream(effects).mapToDouble(Mixture::mean).toArray())
                .containsExactly(GOLDEN.numbers("slot_mean_lift"), CLOSE);
        assertThat(Arrays.stream(effects).mapToDouble(Mixture::deviation).toArray())
                .containsExactly(GOLDEN.numbers("slot_sd"), CLOSE);
        Lift[] lifts = IntStream.range(0, SlotFeatures.SLOTS)
                .mapToObj(slot -> Lift.of(posterior, grid.slot(slot)))
                .toArray(Lift[]::new);
        assertThat(Verdicts.best(lifts)).isEqualTo((int) GOLDEN.number("best_slot"));
    }

    @Test
    void theOrderOfPostsDoesNotMatter() {
        SlotPosterior forwards = TimingModel.fit(sample);
        SlotPosterior backwards = TimingModel.fit(new TimingSample(
                reversed(sample.minutes()),
                new Controls(reversed(GOLDEN.wholes("type")), reversed(GOLDEN.numbers("time01"))),
                reversed(sample.responses()),
                reversed(sample.weights())));

        for (int slot = 0; slot < SlotFeatures.SLOTS; slot++) {
            assertThat(Lift.of(backwards, grid.slot(slot)).mean())
                    .isCloseTo(Lift.of(forwards, grid.slot(slot)).mean(), within(1e-9));
        }
    }

    @Test
    void aWeightOfNothingLeavesAPostOut() {
        int half = sample.size() / 2;
        double[] weights = sample.weights().clone();
        Arrays.fill(weights, half, weights.length, 0);
        double[] extreme = sample.responses().clone();
        Arrays.fill(extreme, half, extreme.length, 40);

        SlotPosterior without = TimingModel.fit(weighted(sample.responses(), weights));
        SlotPosterior extremes = TimingModel.fit(weighted(extreme, weights));

        // The residuals of weightless posts still move the scale of the others a little.
        assertThat(Lift.of(extremes, grid.slot(18)).mean())
                .isCloseTo(Lift.of(without, grid.slot(18)).mean(), within(0.1));
    }

    @Test
    void whatSiblingsSayIsWhereAnAccountWithoutOpinionEndsUp() {
        double[] prior = new double[SlotFeatures.COUNT];
        prior[8 + 3] = 0.4; // Thursdays
        int[] few = {0, 1, 2, 3, 4};
        TimingSample small = new TimingSample(
                IntStream.of(few).map(i -> sample.minutes()[i]).toArray(),
                new Controls(new int[few.length], new double[] {0, .25, .5, .75, 1}),
                new double[] {5, 5, 5, 5, 5},
                new double[] {.01, .01, .01, .01, .01});

        double alone = Lift.of(TimingModel.fit(small), grid.weekday(3)).mean();
        double told = Lift.of(TimingModel.fit(small, prior), grid.weekday(3)).mean();

        assertThat(alone).isCloseTo(0, within(0.01));
        assertThat(told).isBetween(0.3, 0.4);
    }

    @Test
    void siblingsShareTheirEffectAndNotTheirLevels() {
        Random random = new Random(3);
        TimingSample[] siblings = IntStream.range(0, 6)
                .mapToObj(account -> {
                    int[] minutes = random.ints(400, 0, 7 * 1440).toArray();
                    double[] responses = Arrays.stream(minutes)
                            .mapToDouble(minute -> account * 3 // levels of their own
                                    + (minute / 1440 == 3 ? 0.5 : 0)
                                    + 0.5 * random.nextGaussian())
                            .toArray();
                    double[] times =
                            IntStream.range(0, 400).mapToDouble(i -> i / 399.0).toArray();
                    double[] ones = new double[400];
                    Arrays.fill(ones, 1);
                    return new TimingSample(minutes, new Controls(new int[400], times), responses, ones);
                })
                .toArray(TimingSample[]::new);

        double[] prior = SiblingPrior.of(Arrays.asList(siblings)).orElseThrow();
        double thursday = prior[8 + 3];
        double others = IntStream.of(0, 1, 2, 4, 5, 6)
                .mapToDouble(day -> prior[8 + day])
                .average()
                .orElseThrow();

        // Of the true 0.5, as much as 343 posts a day say against the prior: 0.5 × 143 / (143 + 415) = 0.13.
        assertThat(thursday - others).isBetween(0.08, 0.17);
        assertThat(SiblingPrior.of(Arrays.asList(siblings).subList(0, 4))).isEmpty();
    }

    @Test
    void theChancesToBeBestAddUpAndRepeat() {
        SlotPosterior posterior = TimingModel.fit(sample);
        double[] chances = posterior.chancesToBeBest(grid.slots(), 500, 7);

        assertThat(Arrays.stream(chances).sum()).isCloseTo(1, within(1e-9));
        assertThat(posterior.chancesToBeBest(grid.slots(), 500, 7)).containsExactly(chances);
        double best = chances[(int) GOLDEN.number("best_slot")];
        assertThat(Arrays.stream(chances).filter(chance -> chance > best + 0.05))
                .isEmpty();
    }

    private TimingSample weighted(double[] responses, double[] weights) {
        return new TimingSample(sample.minutes(), sample.controls(), responses, weights);
    }

    private static TimingSample golden() {
        int[] weekdays = GOLDEN.wholes("weekday");
        int[] hours = GOLDEN.wholes("hour");
        int[] minutes = IntStream.range(0, hours.length)
                .map(i -> weekdays[i] * 1440 + hours[i] * 60)
                .toArray();
        double[] ones = new double[hours.length];
        Arrays.fill(ones, 1);
        return new TimingSample(
                minutes, new Controls(GOLDEN.wholes("type"), GOLDEN.numbers("time01")), GOLDEN.numbers("y"), ones);
    }

    private static int[] slots(TimingSample sample) {
        int[] posts = new int[SlotFeatures.SLOTS];
        for (int minute : sample.minutes()) {
            posts[minute / 60]++;
        }
        return posts;
    }

    private static int[] reversed(int[] values) {
        return IntStream.range(0, values.length)
                .map(i -> values[values.length - 1 - i])
                .toArray();
    }

    private static double[] reversed(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[values.length - 1 - i])
                .toArray();
    }
}
