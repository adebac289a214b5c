package io.tidemark.analytics.insight.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analytics.insight.Golden;
import io.tidemark.metric.Growing;
import io.tidemark.metric.GrowthCurve;
import io.tidemark.metric.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SettledTotalTest {
    private static final Golden GOLDEN = Golden.read("growth_posterior.json");

    @Test
    void theKnownAnswersComeOut() {
        double[] rises = GOLDEN.numbers("delta");
        double[] variances = GOLDEN.numbers("residual_var");
        TypicalTotal typical = new TypicalTotal(GOLDEN.number("ln_median_final"), GOLDEN.number("sd_final"), 50);

        for (JsonNode known : GOLDEN.items("cases")) {
            int age = known.get("age_index").asInt();
            SettledTotal total = SettledTotal.of(
                    typical,
                    new Remainder(rises[age], variances[age]),
                    known.get("count").asDouble());

            assertThat(total.mean()).isCloseTo(known.get("post_mean").asDouble(), within(1e-8));
            assertThat(total.sd()).isCloseTo(known.get("post_sd").asDouble(), within(1e-8));
            assertThat(total.chanceOf(3, typical))
                    .isCloseTo(known.get("p_breakout_3x").asDouble(), within(1e-8));
        }
    }

    @Test
    void anIndexIsWhatIsExpectedOverWhatIsUsual() {
        TypicalTotal typical = new TypicalTotal(Math.log(100.5), 0.6, 40);

        SettledTotal total = SettledTotal.of(typical, Remainder.NONE, 1_000_000);

        assertThat(typical.count()).isCloseTo(100, within(1e-9));
        assertThat(total.count()).isCloseTo(1_000_000, within(10_000.0));
        assertThat(total.index(typical, 0.5)).isCloseTo(1_000_000 / 100.5, within(100.0));
        assertThat(total.percentile(typical)).isGreaterThan(0.999);
    }

    @Test
    void whatNobodyKnowsIsWide() {
        Remainder early = LearnedCurve.shipped(Platform.INSTAGRAM).at(0.5);
        Remainder late = LearnedCurve.shipped(Platform.INSTAGRAM).at(100);
        TypicalTotal typical = new TypicalTotal(Math.log(100), 0.8, 40);

        SettledTotal first = SettledTotal.of(typical, early, 5);
        SettledTotal then = SettledTotal.of(typical, late, 90);

        assertThat(first.sd()).isGreaterThan(0.6).isLessThan(0.8);
        assertThat(then.sd()).isLessThan(0.4);
    }

    @Test
    void theShippedCurveIsThatOfThePlatform() {
        LearnedCurve curve = LearnedCurve.shipped(Platform.LINKEDIN);
        GrowthCurve shape = GrowthCurve.of(Platform.LINKEDIN);

        assertThat(Math.exp(-curve.at(24).rise())).isCloseTo(shape.fraction(24) / shape.fraction(720), within(1e-9));
        assertThat(curve.at(720)).isEqualTo(Remainder.NONE);
        assertThat(curve.at(Double.POSITIVE_INFINITY)).isEqualTo(Remainder.NONE);
        assertThat(LearnedCurve.shipped(Platform.X).at(168)).isEqualTo(Remainder.NONE);
    }

    @Test
    void aCurveIsLearnedFromManyPostsAndPulledWhereThereAreFew() {
        // Half of the total after an hour, whatever the platform usually does.
        LearnedCurve shipped = LearnedCurve.shipped(Platform.YOUTUBE);
        int hour = 2;
        assertThat(Growing.knot(hour)).isEqualTo(1);

        LearnedCurve few = shipped.learn(quick(5));
        LearnedCurve many = shipped.learn(quick(100));

        assertThat(many.share(hour)).isBetween(0.1, 0.5);
        assertThat(few.share(hour)).isLessThan(many.share(hour)).isGreaterThan(shipped.share(hour));
        assertThat(many.posts(hour)).isEqualTo(100);
    }

    @Test
    void whatIsTypicalOfFewPostsIsPulledTowardsTheAccount() {
        TypicalTotal account = Objects.requireNonNull(TypicalTotal.of(totals(100, 100), null));

        TypicalTotal few = Objects.requireNonNull(TypicalTotal.of(totals(5, 1_000), account));
        TypicalTotal none = Objects.requireNonNull(TypicalTotal.of(List.of(), account));

        assertThat(few.mean()).isCloseTo((Math.log(1_000.5) + account.mean()) / 2, within(0.2));
        assertThat(few.posts()).isEqualTo(5);
        assertThat(none.mean()).isEqualTo(account.mean());
        assertThat(none.posts()).isZero();
        assertThat(TypicalTotal.of(List.of(), null)).isNull();
    }

    private static List<SettledPost> quick(int count) {
        Random random = new Random(7);
        List<SettledPost> posts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] counts = new float[Growing.knots(Platform.YOUTUBE)];
            double total = 200 + random.nextInt(2_000);
            for (int j = 0; j < counts.length; j++) {
                counts[j] = (float) (j < 2 ? total / 4 : j < counts.length - 1 ? total / 2 : total);
            }
            posts.add(new SettledPost(total, counts));
        }
        return posts;
    }

    private static List<SettledPost> totals(int count, double around) {
        Random random = new Random(5);
        List<SettledPost> posts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            posts.add(new SettledPost(around * (0.9 + 0.2 * random.nextDouble()), null));
        }
        return posts;
    }
}
