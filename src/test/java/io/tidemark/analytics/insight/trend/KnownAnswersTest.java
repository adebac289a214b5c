package io.tidemark.analytics.insight.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analytics.insight.Golden;
import io.tidemark.analytics.statistics.RobustScale;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The known answers of an independent implementation: iterative ones to a relative 1e-6, closed forms
/// to 1e-8.
class KnownAnswersTest {
    private static final OutlierTest.Spread ROBUST = new OutlierTest.Spread() {
        @Override
        public double centre(double[] values) {
            return RobustScale.median(values);
        }

        @Override
        public double scale(double[] values) {
            return RobustScale.of(values);
        }
    };

    private static final OutlierTest.Spread CLASSIC = new OutlierTest.Spread() {
        @Override
        public double centre(double[] values) {
            return Arrays.stream(values).average().orElseThrow();
        }

        @Override
        public double scale(double[] values) {
            double mean = centre(values);
            double squares = Arrays.stream(values)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            return Math.sqrt(squares / (values.length - 1));
        }
    };

    @Test
    void daysComeApartIntoCourseWeekdayAndRest() {
        Golden golden = Golden.read("weekly_decomposition.json");
        double[] logs = Known.logs(golden.numbers("y"));
        double[] trend = golden.numbers("trend");
        double[] seasonal = golden.numbers("seasonal");

        WeeklyDecomposition parts = WeeklyDecomposition.of(logs);

        for (int day = 0; day < logs.length; day++) {
            assertThat(parts.course(day)).isCloseTo(trend[day], within(1e-6));
            assertThat(parts.weekday(day)).isCloseTo(seasonal[day], within(1e-6));
        }
        alike(parts.rests(), golden.numbers("residual"), 1e-6);
        assertThat(OutlierTest.outliers(OutlierTest.steps(parts.rests(), ROBUST)))
                .containsExactly(golden.wholes("gesd_indices"));
    }

    @Test
    void theHandbooksOutliersAreFound() {
        Golden golden = Golden.read("gesd.json");
        double[] data = golden.numbers("data");
        // The handbook takes ten of 54 away; a tenth are five.
        List<OutlierTest.Step> steps = OutlierTest.steps(data, CLASSIC);

        double[] distances = golden.numbers("R");
        double[] bounds = golden.numbers("lam");
        assertThat(steps).hasSize(5);
        for (int i = 0; i < steps.size(); i++) {
            assertThat(steps.get(i).distance()).isCloseTo(distances[i], within(1e-8 * distances[i]));
            assertThat(steps.get(i).bound()).isCloseTo(bounds[i], within(1e-8 * bounds[i]));
        }
        assertThat(OutlierTest.outliers(steps)).containsExactly(golden.wholes("outlier_indices"));
        assertThat(Arrays.stream(OutlierTest.outliers(OutlierTest.steps(data, ROBUST)))
                        .mapToDouble(i -> data[i]))
                .containsExactlyInAnyOrder(Arrays.stream(golden.numbers("robust_outlier_values"))
                        .boxed()
                        .toArray(Double[]::new));
    }

    @Test
    void theNextDaysAreForeseen() {
        Golden golden = Golden.read("holt_winters.json");
        double[] speeds = golden.numbers("alpha_beta_gamma_phi");
        double[] next = golden.numbers("forecast14");

        HoltWinters fit =
                HoltWinters.of(golden.numbers("z"), new HoltWinters.Speed(speeds[0], speeds[1], speeds[2], speeds[3]));

        assertThat(HoltWinters.fit(golden.numbers("z")).error()).isLessThanOrEqualTo(fit.error());
        assertThat(fit.error()).isCloseTo(golden.number("clipped_mse"), within(1e-6));
        alike(fit.ahead(14), next, 1e-6);
    }

    private static void alike(double[] found, double[] known, double relative) {
        assertThat(found).hasSameSizeAs(known);
        for (int i = 0; i < known.length; i++) {
            if (Double.isNaN(known[i])) {
                assertThat(found[i]).isNaN();
            } else {
                assertThat(found[i]).isCloseTo(known[i], within(relative * Math.max(1, Math.abs(known[i]))));
            }
        }
    }
}
