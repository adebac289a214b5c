package io.tidemark.analytics.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analytics.statistics.VariationTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VariationTestTest {
    @Test
    void theKnownAnswersComeOut() {
        Golden golden = Golden.read("week_over_week.json");
        double[] totals = golden.numbers("weekly_totals");
        double[] changes = IntStream.range(1, totals.length)
                .mapToDouble(week -> VariationTest.logChange(totals[week], totals[week - 1]))
                .toArray();

        VariationTest test = VariationTest.of(
                changes[changes.length - 1],
                IntStream.range(0, changes.length - 1)
                        .mapToDouble(i -> changes[i])
                        .toArray());

        assertThat(test.logChange()).isCloseTo(golden.number("log_change"), within(1e-8));
        assertThat(test.scale()).isCloseTo(golden.number("scale"), within(1e-8));
        assertThat(test.freedom()).isEqualTo(golden.number("df"));
        assertThat(test.p()).isCloseTo(golden.number("p"), within(1e-8));
        assertThat(test.isUnusual()).isFalse();
        assertThat(VariationTest.of(test.usualSize() * 1.01, new double[0]).scale())
                .isEqualTo(0.2);
    }

    @Test
    void aStretchInWhichMoreWasTakenBackThanGivenIsAsGoodAsNone() {
        assertThat(VariationTest.logChange(-3, 10)).isEqualTo(VariationTest.logChange(0, 10));
        assertThat(VariationTest.logChange(10, -1)).isEqualTo(VariationTest.logChange(10, 0));

        double[] earlier = {VariationTest.logChange(12, -1), VariationTest.logChange(-1, 9), 0.1};

        assertThat(VariationTest.of(VariationTest.logChange(-3, 10), earlier).usualSize())
                .isFinite();
    }
}
