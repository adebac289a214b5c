package io.tidemark.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RatioIntervalTest {
    @Test
    void theIntervalOfARatioOfSumsAgreesWithTheKnownAnswer() throws IOException {
        JsonNode golden = golden();

        RatioInterval interval = RatioInterval.of(
                        numbers(golden.get("engagements")), numbers(golden.get("impressions")), 0.95)
                .orElseThrow();

        // The known answer is printed with ten digits.
        assertThat(interval.low()).isCloseTo(golden.get("logdelta95").get(0).asDouble(), relative(interval.low()));
        assertThat(interval.high()).isCloseTo(golden.get("logdelta95").get(1).asDouble(), relative(interval.high()));
    }

    @Test
    void wilsonsIntervalAgreesWithTheKnownAnswer() throws IOException {
        JsonNode golden = golden();

        RatioInterval interval = RatioInterval.wilson(
                        Arrays.stream(numbers(golden.get("engagements"))).sum(),
                        Arrays.stream(numbers(golden.get("impressions"))).sum(),
                        0.95)
                .orElseThrow();

        // The known answer takes 1.96 for the normal quantile.
        assertThat(interval.low())
                .isCloseTo(golden.get("wilson95_pooled").get(0).asDouble(), within(1e-7));
        assertThat(interval.high())
                .isCloseTo(golden.get("wilson95_pooled").get(1).asDouble(), within(1e-7));
    }

    @Test
    void threeUnitsTellTooLittle() {
        assertThat(RatioInterval.of(new double[] {10, 12, 11}, new double[] {100, 100, 100}, 0.95))
                .isEmpty();
        assertThat(RatioInterval.of(new double[] {10, 12, 11, 9}, new double[] {100, 100, 100, 100}, 0.95))
                .isPresent();
    }

    @Test
    void fewEngagementsFallBackToDeflatedCounts() {
        double[] engagements = {1, 1, 1, 1};
        double[] impressions = {100, 100, 100, 100};

        assertThat(RatioInterval.of(engagements, impressions, 0.95))
                .isEqualTo(RatioInterval.wilson(4 / 1.5, 400 / 1.5, 0.95))
                .isPresent();
    }

    @Test
    void anIntervalThatSaysNothingIsNotShown() {
        assertThat(RatioInterval.of(new double[] {0, 0, 0, 0}, new double[] {100, 100, 100, 100}, 0.95))
                .as("no engagement: its low end is 0")
                .isEmpty();
        assertThat(RatioInterval.of(new double[] {500, 0, 0, 0}, new double[] {600, 500, 500, 500}, 0.95))
                .as("one post has everything")
                .isEmpty();
    }

    private static Offset<Double> relative(double value) {
        return within(value * 1e-8);
    }

    private static double[] numbers(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    private static JsonNode golden() throws IOException {
        try (InputStream file = Objects.requireNonNull(RatioIntervalTest.class.getResourceAsStream("ratio.json"))) {
            return JsonMapper.shared().readTree(file);
        }
    }
}
