package io.tidemark.analytics.insight.trend;

import io.tidemark.analytics.statistics.RobustScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Finds days at which the level of daily logarithms changed for good.
///
/// The days before and after every day are compared by the distance of their sums from what a steady
/// level gives (CUSUM). How large the largest such distance gets without any change is learned from the
/// days themselves, put together anew from whole weeks, so that days may depend on their neighbours
/// (block bootstrap, Künsch, 1989). What is found splits the days, and each side is looked at again.
final class ChangePoints {
    /// Fewer known days say nothing.
    static final int FEWEST_DAYS = 60;
    static final double LEVEL = 0.9;

    private static final int SHORTEST = 10;
    private static final int MOST = 3;
    private static final int DRAWS = 199;
    private static final int BLOCK = 7;
    private static final double SIGNIFICANT = 0.01;
    private static final double WINSOR = 3;

    private final double[] levels;
    private final int[] days;
    private final SplittableRandom random;

    private ChangePoints(double[] logs, long seed) {
        levels = Known.of(withoutWeekdays(logs));
        days = IntStream.range(0, logs.length)
                .filter(day -> !Double.isNaN(logs[day]))
                .toArray();
        random = new SplittableRandom(seed);
    }

    /// @param day the first of the new level
    /// @param shift of the logarithm, from the level before to that after, between the neighbouring
    ///     changes
    /// @param lo lower end of its interval
    /// @param p how often a steady level shows as much
    record Found(int day, double shift, double lo, double hi, double p) {}

    private record Split(int place, double p) {}

    private record Bend(int place, double height) {}

    /// @param logs of consecutive days, `NaN` where a day is missing
    /// @param seed of what is drawn: the same days with the same seed give the same answer
    /// @return in order of days; empty with fewer known days than [#FEWEST_DAYS]
    static List<Found> find(double[] logs, long seed) {
        ChangePoints search = new ChangePoints(logs, seed);
        return search.levels.length < FEWEST_DAYS ? List.of() : search.all();
    }

    /// The surest first, until there are enough.
    private List<Found> all() {
        List<Split> splits = new ArrayList<>();
        search(0, levels.length, splits);
        List<Split> kept = splits.stream()
                .sorted(Comparator.comparingDouble(Split::p))
                .limit(MOST)
                .sorted(Comparator.comparingInt(Split::place))
                .toList();
        return IntStream.range(0, kept.size()).mapToObj(i -> found(kept, i)).toList();
    }

    private void search(int from, int end, List<Split> splits) {
        if (end - from < 2 * SHORTEST || splits.size() >= MOST) {
            return;
        }
        double[] part = Arrays.copyOfRange(levels, from, end);
        Bend bend = bend(part);
        double p = chance(part, bend.height());
        if (p <= SIGNIFICANT) {
            int place = from + bend.place();
            splits.add(new Split(place, p));
            search(from, place, splits);
            search(place, end, splits);
        }
    }

    /// Where the sums of the days before and after differ most from those of a steady level.
    private static Bend bend(double[] part) {
        int n = part.length;
        double mean = Arrays.stream(part).average().orElseThrow();
        double sum = 0;
        double most = -1;
        int place = SHORTEST;
        for (int k = 1; k <= n - SHORTEST; k++) {
            sum += part[k - 1] - mean;
            double height = Math.abs(sum) / Math.sqrt((double) k * (n - k) / n);
            if (k >= SHORTEST && height > most) {
                most = height;
                place = k;
            }
        }
        return new Bend(place, most);
    }

    private double chance(double[] part, double height) {
        int asHigh = 1;
        for (int draw = 0; draw < DRAWS; draw++) {
            asHigh += bend(redrawn(part)).height() >= height ? 1 : 0;
        }
        return asHigh / (DRAWS + 1.0);
    }

    private double[] redrawn(double[] part) {
        int block = Math.min(BLOCK, part.length);
        double[] drawn = new double[part.length];
        for (int at = 0; at < drawn.length; at += block) {
            int from = random.nextInt(part.length - block + 1);
            System.arraycopy(part, from, drawn, at, Math.min(block, drawn.length - at));
        }
        return drawn;
    }

    private Found found(List<Split> splits, int i) {
        int at = splits.get(i).place();
        double[] before =
                Arrays.copyOfRange(levels, i == 0 ? 0 : splits.get(i - 1).place(), at);
        double[] after = Arrays.copyOfRange(
                levels,
                at,
                i + 1 == splits.size() ? levels.length : splits.get(i + 1).place());
        double[] shifts = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            shifts[draw] = RobustScale.median(redrawn(after)) - RobustScale.median(redrawn(before));
        }
        Arrays.sort(shifts);
        double shift = RobustScale.median(after) - RobustScale.median(before);
        return new Found(
                days[at],
                shift,
                Math.min(shift, Known.quantile(shifts, (1 - LEVEL) / 2)),
                Math.max(shift, Known.quantile(shifts, (1 + LEVEL) / 2)),
                splits.get(i).p());
    }

    /// Days against the median of their weekday, the farthest drawn in.
    private static double[] withoutWeekdays(double[] logs) {
        double[] levels = logs.clone();
        for (int weekday = 0; weekday < WeeklyDecomposition.WEEK; weekday++) {
            int first = weekday;
            double median = Known.median(IntStream.range(0, logs.length)
                    .filter(day -> day % WeeklyDecomposition.WEEK == first)
                    .mapToDouble(day -> logs[day])
                    .toArray());
            for (int day = first; day < logs.length; day += WeeklyDecomposition.WEEK) {
                levels[day] -= median;
            }
        }
        double[] known = Known.of(levels);
        if (known.length == 0) {
            return levels;
        }
        double middle = RobustScale.median(known);
        double reach = WINSOR * RobustScale.of(known);
        return Arrays.stream(levels)
                .map(level -> Math.clamp(level, middle - reach, middle + reach))
                .toArray();
    }
}
