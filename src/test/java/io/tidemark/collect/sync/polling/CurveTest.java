package io.tidemark.collect.sync.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.tidemark.metric.GrowthCurve;
import io.tidemark.metric.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CurveTest {
    @Test
    void agreesWithKnownAnswers() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(CurveTest.class.getResourceAsStream("/golden/whittle_index.json"))) {
            JsonNode cases = JsonMapper.shared().readTree(stream).get("cases");

            assertThat(cases.size()).isEqualTo(5);
            cases.forEach(CurveTest::agrees);
        }
    }

    private static void agrees(JsonNode known) {
        Curve curve = new Curve(new GrowthCurve(
                known.get("half_life").asDouble(),
                known.get("sigma").asDouble(),
                known.get("tail").asDouble()));
        double total = known.get("A").asDouble();
        double read = known.get("last_read_age").asDouble();
        double age = known.get("age").asDouble();

        assertThat(total * curve.unseen(read, age))
                .isCloseTo(known.get("expected_unseen").asDouble(), withinPercentage(1e-6));
        assertThat(total * curve.hidden(read, age))
                .isCloseTo(known.get("index_W").asDouble(), withinPercentage(1e-6));
        assertThat(total * curve.rate(age)).isCloseTo(known.get("rate_per_h").asDouble(), withinPercentage(1e-6));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsHiddenGrowsFromNothing(Platform platform) {
        Curve curve = Curve.of(platform);
        SplittableRandom random = new SplittableRandom(platform.ordinal());
        for (int round = 0; round < 200; round++) {
            double read = round % 10 == 0 ? 0 : Math.exp(8 * random.nextDouble() - 2);
            double before = curve.hidden(read, read);
            assertThat(before).isZero();
            for (double since = read * 1e-6 + 1e-5; since < 1000; since *= 1.5) {
                double hidden = curve.hidden(read, read + since);
                assertThat(hidden).as("read at %s h, %s h ago", read, since).isGreaterThan(before);
                before = hidden;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void atFirstItGrowsWithTheSquareOfTheTime(Platform platform) {
        Curve curve = Curve.of(platform);
        for (double read = 0.1; read < 700; read *= 1.7) {
            for (double share : new double[] {1e-6, 1e-5, 0.99e-4, 1.01e-4, 1e-3}) {
                double since = read * share;
                double square = curve.rate(read) * since * since / 2;
                assertThat(curve.hidden(read, read + since))
                        .as("read at %s h, %s h ago", read, since)
                        .isCloseTo(square, withinPercentage(100 * 10 * share + 1e-3));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isTheTimeThatEachEngagementHasWaited(Platform platform) {
        Curve curve = Curve.of(platform);
        for (double read : new double[] {0.5, 5, 60}) {
            double since = read * 3;
            int steps = 20_000;
            double sum = 0;
            for (int i = 0; i < steps; i++) {
                double waited = since * (i + 0.5) / steps;
                sum += waited * curve.rate(read + waited) * since / steps;
            }
            assertThat(curve.hidden(read, read + since)).isCloseTo(sum, within(sum * 1e-6));
        }
    }
}
