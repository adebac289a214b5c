package io.tidemark.analytics.insight.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analytics.insight.Golden;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SplitTest {
    private static final int CASES = 5000;
    /// The known answers have ten digits.
    private static final Offset<Double> CLOSE = within(5e-7);

    @Test
    void theKnownAnswersComeOut() {
        JsonNode cases = Golden.tree("lmdi.json").get("cases");
        assertThat(cases.size()).isEqualTo(3);
        for (JsonNode golden : cases) {
            Trial trial = trial(golden);
            double[] effects = trial.effects(trial.total());
            JsonNode total = golden.get("total");

            assertThat(effects[Effect.VOLUME.ordinal()])
                    .isCloseTo(total.get("volume").asDouble(), CLOSE);
            assertThat(mix(effects)).isCloseTo(total.get("mix").asDouble(), CLOSE);
            assertThat(effects[Effect.EXPOSURE.ordinal()])
                    .isCloseTo(total.get("reach per post").asDouble(), CLOSE);
            assertThat(effects[Effect.RESPONSE.ordinal()])
                    .isCloseTo(total.get("engagement rate").asDouble(), CLOSE);
            assertThat(effects[Effect.PER_POST.ordinal()]).isZero();
        }
    }

    @Test
    void eachCellOfTheKnownAnswersComesOut() {
        for (JsonNode golden : Golden.tree("lmdi.json").get("cases")) {
            Trial trial = trial(golden);
            double[][] effects = trial.split(trial.total());
            List<String> names = names(golden);
            for (int cell = 0; cell < names.size(); cell++) {
                JsonNode known = golden.get("cells").get(names.get(cell));
                assertThat(effects[Effect.VOLUME.ordinal()][cell])
                        .isCloseTo(known.get(0).asDouble(), CLOSE);
                assertThat(effects[Effect.PLATFORM_MIX.ordinal()][cell])
                        .isCloseTo(known.get(1).asDouble(), CLOSE);
                assertThat(effects[Effect.EXPOSURE.ordinal()][cell])
                        .isCloseTo(known.get(2).asDouble(), CLOSE);
                assertThat(effects[Effect.RESPONSE.ordinal()][cell])
                        .isCloseTo(known.get(3).asDouble(), CLOSE);
            }
        }
    }

    @Test
    void aRateChangesWithinAndBetweenCells() {
        JsonNode golden = Golden.tree("lmdi.json");
        double[] effects = trial(golden.get("cases").get(0)).effects(new RateAttribution());
        JsonNode known = golden.get("er_change");

        assertThat(effects[Effect.WITHIN.ordinal()])
                .isCloseTo(known.get("within").asDouble(), within(1e-12));
        assertThat(effects[Effect.RATE_MIX.ordinal()])
                .isCloseTo(known.get("mix").asDouble(), within(1e-12));
    }

    /// Shapley values depend on no order either, and take 24 orders to compute.
    @Test
    void shapleyValuesAgreeWithinOneUnitOfNineHundred() {
        JsonNode golden = Golden.tree("lmdi.json").get("cases").get(0);
        double[] shapley =
                Shapley.of(sums(golden.get("before"), names(golden)), sums(golden.get("after"), names(golden)));
        JsonNode known = golden.get("shapley");
        Trial trial = trial(golden);
        double[] effects = trial.effects(trial.total());

        assertThat(shapley[1]).isCloseTo(known.get("mix").asDouble(), CLOSE);
        assertThat(shapley[2]).isCloseTo(known.get("reach per post").asDouble(), CLOSE);
        assertThat(shapley[3]).isCloseTo(known.get("engagement rate").asDouble(), CLOSE);
        assertThat(effects[Effect.VOLUME.ordinal()]).isCloseTo(shapley[0], within(1.0));
        assertThat(mix(effects)).isCloseTo(shapley[1], within(1.0));
        assertThat(effects[Effect.EXPOSURE.ordinal()]).isCloseTo(shapley[2], within(1.0));
        assertThat(effects[Effect.RESPONSE.ordinal()]).isCloseTo(shapley[3], within(1.0));
    }

    @Test
    void thePartsAddUpWhateverHappens() {
        SplittableRandom random = new SplittableRandom(6);
        double worst = 0;
        for (int i = 0; i < CASES; i++) {
            Trial trial = Trial.random(random);
            worst = Math.max(worst, Math.max(trial.errorOfTotal(), trial.errorOfRate()));
        }

        assertThat(worst).isLessThan(1e-9);
    }

    @Test
    void thePartsOfEachCellAddUpToItsChange() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < CASES; i++) {
            Trial trial = Trial.random(random);
            double[] changes = trial.changes();
            double[][] effects = trial.split(trial.total());
            for (int cell = 0; cell < changes.length; cell++) {
                int here = cell;
                double sum =
                        Arrays.stream(effects).mapToDouble(parts -> parts[here]).sum();
                assertThat(sum).isCloseTo(changes[cell], within(1e-9 * Math.max(1, Math.abs(changes[cell]))));
            }
        }
    }

    @Test
    void exchangingThePeriodsExchangesTheSigns() {
        double[][] one = {{40, 40_000, 1200}, {20, 50_000, 2500}, {0, 0, 0}, {4, 20_000, 1300}};
        double[][] other = {{44, 36_000, 1000}, {16, 38_000, 1900}, {3, 900, 12}, {4, 0, 0}};
        Trial forth = Trial.ofPlatforms(one, other);
        Trial back = Trial.ofPlatforms(other, one);
        double[] effects = forth.effects(forth.total());
        double[] reversed = back.effects(back.total());

        for (Effect effect : Effect.values()) {
            assertThat(effects[effect.ordinal()]).isCloseTo(-reversed[effect.ordinal()], within(1e-9));
        }
    }

    @Test
    void withoutAnyPostInAPeriodAllIsVolume() {
        Trial trial =
                Trial.ofPlatforms(new double[][] {{0, 0, 0}, {0, 0, 0}}, new double[][] {{5, 900, 40}, {2, 60, 3}});

        assertThat(trial.effects(trial.total())[Effect.VOLUME.ordinal()]).isEqualTo(43);
    }

    @Test
    void theLogarithmicMeanIsSteadyWhereValuesAreAlike() {
        assertThat(Lmdi.logarithmicMean(7, 7)).isEqualTo(7);
        assertThat(Lmdi.logarithmicMean(1e6, 1e6 + 0.9)).isCloseTo(1e6 + 0.45, within(1e-6));
        assertThat(Lmdi.logarithmicMean(1e6, 1e6 + 1.1)).isCloseTo(1e6 + 0.55, within(1e-4));
        assertThat(Lmdi.logarithmicMean(1, Math.E)).isCloseTo(Math.E - 1, within(1e-12));
    }

    private static double mix(double[] effects) {
        return effects[Effect.PLATFORM_MIX.ordinal()]
                + effects[Effect.ACCOUNT_MIX.ordinal()]
                + effects[Effect.CONTENT_TYPE_MIX.ordinal()];
    }

    private static Trial trial(JsonNode golden) {
        List<String> names = names(golden);
        return Trial.ofPlatforms(sums(golden.get("before"), names), sums(golden.get("after"), names));
    }

    private static List<String> names(JsonNode golden) {
        TreeSet<String> names = new TreeSet<>(golden.get("before").propertyNames());
        names.addAll(golden.get("after").propertyNames());
        return List.copyOf(names);
    }

    private static double[][] sums(JsonNode period, List<String> names) {
        List<double[]> sums = new ArrayList<>();
        for (String name : names) {
            JsonNode cell = period.get(name);
            double[] values = new double[3];
            for (int i = 0; cell != null && i < values.length; i++) {
                values[i] = cell.get(i).asDouble();
            }
            sums.add(values);
        }
        return sums.toArray(double[][]::new);
    }
}
