package io.tidemark.analytics.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.metric.GrowthCurve;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WarpedPchipTest {
    @Test
    void theWarpedAxisAgreesWithTheKnownAnswer() throws IOException {
        JsonNode golden = golden();
        GrowthCurve curve = curve(golden);

        double[] warped = warped(curve, numbers(golden.get("ages_h")));

        double[] expected = numbers(golden.get("warped_x"));
        for (int i = 0; i < expected.length; i++) {
            assertThat(warped[i]).isCloseTo(expected[i], within(1e-8 * Math.max(expected[i], 1e-3)));
        }
    }

    @Test
    void estimatesAgreeWithTheKnownAnswer() throws IOException {
        JsonNode golden = golden();
        GrowthCurve curve = curve(golden);
        double[] ages = numbers(golden.get("ages_h"));
        double[] counts = numbers(golden.get("counts"));
        WarpedPchip joined = WarpedPchip.of(warped(curve, ages), counts);
        WarpedPchip plain = WarpedPchip.of(ages, counts);

        double[] asked = numbers(golden.get("query_ages"));
        for (int i = 0; i < asked.length; i++) {
            double expected = golden.get("estimate").get(i).asDouble();
            double expectedPlain = golden.get("plain_pchip").get(i).asDouble();
            assertThat(joined.at(curve.fraction(asked[i]))).isCloseTo(expected, within(1e-8 * expected));
            assertThat(plain.at(asked[i])).isCloseTo(expectedPlain, within(1e-8 * expectedPlain));
        }
    }

    @Test
    void estimatesNeverLeaveWhatTheNeighboursSay() {
        SplittableRandom random = new SplittableRandom(7);
        for (int run = 0; run < 200; run++) {
            int n = random.nextInt(1, 12);
            double[] x = new double[n];
            double[] y = new double[n];
            for (int i = 1; i < n; i++) {
                x[i] = x[i - 1] + random.nextDouble(0.001, 1);
                y[i] = random.nextInt(4) == 0 ? y[i - 1] : y[i - 1] + random.nextInt(-50, 500);
            }
            WarpedPchip joined = WarpedPchip.of(x, y);
            for (int i = 1; i < n; i++) {
                double between = joined.at(x[i - 1] + random.nextDouble() * (x[i] - x[i - 1]));
                assertThat(between).isBetween(Math.min(y[i - 1], y[i]) - 1e-6, Math.max(y[i - 1], y[i]) + 1e-6);
                assertThat(joined.at(x[i])).isEqualTo(y[i]);
            }
        }
    }

    @Test
    void ofTwoKnotsAtOnePlaceTheLaterCounts() {
        WarpedPchip joined = WarpedPchip.of(new double[] {0, 0.5, 0.5, 1}, new double[] {0, 3, 5, 10});

        assertThat(joined.at(0.5)).isEqualTo(5);
        assertThat(joined.at(0.25)).isEqualTo(2.5);
    }

    @Test
    void oneKnotAndTheOutsideStandStill() {
        assertThat(WarpedPchip.of(new double[] {3}, new double[] {7}).at(100)).isEqualTo(7);
        WarpedPchip joined = WarpedPchip.of(new double[] {1, 2}, new double[] {4, 6});
        assertThat(joined.at(0)).isEqualTo(4);
        assertThat(joined.at(1.5)).isEqualTo(5);
        assertThat(joined.at(9)).isEqualTo(6);
    }

    private static double[] warped(GrowthCurve curve, double[] ages) {
        return Arrays.stream(ages).map(curve::fraction).toArray();
    }

    private static GrowthCurve curve(JsonNode golden) {
        return new GrowthCurve(
                golden.get("half_life_h").asDouble(),
                golden.get("sigma").asDouble(),
                golden.get("tail").asDouble());
    }

    private static double[] numbers(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    private static JsonNode golden() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                WarpedPchipTest.class.getResourceAsStream("/io/tidemark/analytics/warped_pchip.json"))) {
            return JsonMapper.shared().readTree(file);
        }
    }
}
