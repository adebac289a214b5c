package io.tidemark.bench.insight;

import io.tidemark.analytics.insight.ChangesTrial;
import io.tidemark.analytics.insight.trend.AnomalyTrial;
import io.tidemark.analytics.insight.trend.ForecastTrial;
import io.tidemark.analytics.insight.trend.LevelTrial;
import io.tidemark.analytics.insight.trend.WeekTrial;
import java.util.Locale;

/// Re-runs the simulations of the specification of trends with the product's own code, beside its
/// figures.
public final class TrendStudy {
    private static final long SEED = 20_261_120;

    private TrendStudy() {}

    public static void main(String[] arguments) {
        int series = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        anomalies(series);
        levels(series);
        weeks(10 * series);
        periods(series / 2);
        forecasts(series / 2);
        TrendSpeed.print();
    }

    private static void anomalies(int series) {
        System.out.printf(Locale.ROOT, "\n#### Unusual days: %d series of 180 days%n", series);
        System.out.printf(
                Locale.ROOT,
                "| | false alarms per clean year | precision | recall | in the band of nine in ten |%n|---|---|---|---|---|%n");
        row("mean ± 3 deviations: specification 4.3 / 73 %% / 37 %%", AnomalyTrial.Way.MEAN_AND_DEVIATION, series);
        row("median ± 3 distances: specification 10.7 / 39 %% / 47 %%", AnomalyTrial.Way.MEDIAN_AND_DISTANCE, series);
        row("**product**: specification 4.6 / 74 %% / 87 %%", AnomalyTrial.Way.PRODUCT, series);
    }

    private static void row(String name, AnomalyTrial.Way way, int series) {
        AnomalyTrial.Result result = AnomalyTrial.run(way, series, SEED);
        System.out.printf(
                Locale.ROOT,
                "| " + name + " | %.1f | %.0f %% | %.0f %% | %s |%n",
                result.falsePerYear(),
                100 * result.precision(),
                100 * result.recall(),
                way == AnomalyTrial.Way.PRODUCT ? "%.0f %%".formatted(100 * result.inBand()) : "");
    }

    private static void levels(int series) {
        System.out.printf(Locale.ROOT, "\n#### Changes of level: %d series of 180 days%n", series);
        System.out.printf(
                Locale.ROOT,
                "| | specification finds | found | median days off | interval holds |%n|---|---|---|---|---|%n");
        level("no change, level drifts by 1.2 %% a day", "8 %%", 0, 0.012, series);
        level("no change, no drift", "", 0, 0, series);
        level("+22 %%", "29 %%", Math.log(1.22), 0.012, series);
        level("+42 %%", "69 %%, 2 days off", Math.log(1.42), 0.012, series);
        level("−39 %%", "90 %%", Math.log(0.61), 0.012, series);
        level("+42 %%, no drift", "", Math.log(1.42), 0, series);
    }

    private static void level(String name, String specification, double shift, double drift, int series) {
        LevelTrial.Result result = LevelTrial.run(shift, drift, series, SEED);
        System.out.printf(
                Locale.ROOT,
                "| " + name + " | " + specification + " | %.0f %% | %s | %s |%n",
                100 * result.found(),
                shift == 0 ? "" : "%.0f".formatted(result.medianDaysOff()),
                shift == 0 ? "" : "%.0f %%".formatted(100 * result.covered()));
    }

    private static void weeks(int series) {
        System.out.printf(Locale.ROOT, "\n#### A week against the week before: %d series%n", series);
        System.out.printf(
                Locale.ROOT,
                "| | weeks | false positives (4–6 %%) | −18 %% (14–16 %%) | −33 %% (41–42 %%)"
                        + " | at the stated size (80 %%) | false by t alone | false by counting (70 %%) |%n|---|---|---|---|---|---|---|---|%n");
        for (WeekTrial.World world : WeekTrial.World.values()) {
            for (int weeks : new int[] {6, 14, 30}) {
                WeekTrial.Result none = WeekTrial.run(world, weeks, 0, series, SEED);
                WeekTrial.Result less = WeekTrial.run(world, weeks, Math.log(0.82), series, SEED);
                WeekTrial.Result third = WeekTrial.run(world, weeks, Math.log(0.67), series, SEED);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %d | %.1f %% | %.0f %% | %.0f %% | %.0f %% | %.1f %% | %.0f %% |%n",
                        world.name().toLowerCase(Locale.ROOT),
                        weeks,
                        100 * none.called(),
                        100 * less.called(),
                        100 * third.called(),
                        100 * none.calledAtDetectable(),
                        100 * none.calledByTestAlone(),
                        100 * WeekTrial.calledByCounting(world, weeks, series, SEED));
            }
        }
    }

    private static void periods(int series) {
        System.out.printf(
                Locale.ROOT,
                "%n#### A period of 28 days against the one before, nothing changed: %d businesses, six numbers each%n",
                series);
        System.out.print("| days are | businesses of which any number is called changed |\n|---|---|\n");
        for (ChangesTrial.World world : ChangesTrial.World.values()) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f %% |%n",
                    world.name().toLowerCase(Locale.ROOT),
                    100 * ChangesTrial.run(world, series, SEED));
        }
    }

    private static void forecasts(int series) {
        System.out.printf(Locale.ROOT, "\n#### Forecasts of 14 days: %d series%n", series);
        System.out.printf(
                Locale.ROOT,
                "| days known | week before (.308) | medians (.228) | smoothing (.225) | **product** (.221)"
                        + " | in 80 %% (82) | in 90 %% | in 95 %% (96) |%n|---|---|---|---|---|---|---|---|%n");
        for (int days : new int[] {70, 120, 200, 365}) {
            ForecastTrial.Result result = ForecastTrial.run(days, series, SEED);
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.3f | %.3f | %.3f | **%.3f** | %.0f %% | %.0f %% | %.0f %% |%n",
                    days,
                    result.naive(),
                    result.medians(),
                    result.smoothed(),
                    result.product(),
                    100 * result.in80(),
                    100 * result.in90(),
                    100 * result.in95());
        }
    }
}
