package io.tidemark.analytics.insight.trend;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How far earlier forecasts missed, by days ahead, and how much of it an interval has to hold.
final class Misses {
    private static final int NEIGHBOURS = 2;
    /// An earlier forecast can be judged once its last day has come: that of five origins before.
    private static final int JUDGED_AFTER = 5;
    private static final int FEWEST_JUDGED = 4;
    private static final double GAIN = 0.02;
    private static final double LEAST_OUTSIDE = 0.005;
    private static final double MOST_OUTSIDE = 0.5;

    private final List<double[]> errors;
    private final double[] scales;

    private Misses(List<double[]> errors) {
        this.errors = errors;
        int ahead = errors.getFirst().length;
        scales =
                IntStream.range(0, ahead).mapToDouble(day -> scale(errors, day)).toArray();
    }

    /// @param errors of each earlier forecast, oldest first, by days ahead
    static Misses of(List<double[]> errors) {
        return new Misses(errors);
    }

    double reach(int day, double level) {
        double outside = outside(1 - level);
        return quantile(scores(errors.size()), 1 - outside) * scales[day];
    }

    /// The mean size of the errors of a day ahead and its neighbours.
    private static double scale(List<double[]> errors, int day) {
        return errors.stream()
                .flatMapToDouble(one ->
                        Arrays.stream(one, Math.max(0, day - NEIGHBOURS), Math.min(one.length, day + NEIGHBOURS + 1)))
                .filter(error -> !Double.isNaN(error))
                .map(Math::abs)
                .average()
                .orElse(Double.NaN);
    }

    /// The sizes of the errors of the first forecasts in the scale of their day ahead, sorted.
    private double[] scores(int first) {
        return errors.stream()
                .limit(first)
                .flatMapToDouble(one -> IntStream.range(0, one.length).mapToDouble(day -> score(one, day)))
                .filter(score -> !Double.isNaN(score))
                .sorted()
                .toArray();
    }

    private double score(double[] error, int day) {
        return scales[day] > 0 ? Math.abs(error[day]) / scales[day] : 0;
    }

    private static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int place = (int) Math.ceil((sorted.length + 1) * share);
        return sorted[Math.clamp(place, 1, sorted.length) - 1];
    }

    /// The share to leave outside now, raised where earlier intervals held more than they should,
    /// lowered where they held less.
    private double outside(double wanted) {
        double outside = wanted;
        for (int i = JUDGED_AFTER + FEWEST_JUDGED; i < errors.size(); i++) {
            double bound = quantile(scores(i - JUDGED_AFTER), 1 - outside);
            double[] error = errors.get(i);
            double missed = IntStream.range(0, error.length)
                    .filter(day -> !Double.isNaN(error[day]))
                    .mapToDouble(day -> score(error, day) > bound ? 1 : 0)
                    .average()
                    .orElse(wanted);
            outside = Math.clamp(outside + GAIN * (wanted - missed), LEAST_OUTSIDE, MOST_OUTSIDE);
        }
        return outside;
    }
}
