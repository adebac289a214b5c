package io.tidemark.analytics.activity;

import io.tidemark.metric.Growing;
import io.tidemark.metric.Metric;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// One counter of a post over time: exact at its readings, estimated between them, unknown before the first
/// (unless it is known to have been zero at publication) and after the last.
final class CounterPath {
    /// How near to a boundary a reading makes its estimate exact.
    static final long NEAR = 15 * 60 * LocalDays.MICROS_PER_SECOND;

    /// A reading within this part of an age was taken at it.
    private static final long JUST_THEN = 50;

    private static final double THOUSAND = 1_000;

    private final CounterSeries series;
    private final long[] times;
    private final boolean fromZero;
    private final long start;
    private final WarpedPchip curve;

    /// @param fromZero whether zero at the birth counts as a reading
    CounterPath(CounterSeries series, ReadTimes read, boolean fromZero) {
        this.series = series;
        this.fromZero = fromZero;
        int size = series.size();
        int zero = fromZero ? 1 : 0;
        times = new long[size];
        double[] x = new double[size + zero];
        double[] y = new double[size + zero];
        if (fromZero) {
            x[0] = read.birthPlace();
        }
        for (int i = 0; i < size; i++) {
            times[i] = read.micros(series.place(i));
            x[i + zero] = read.place(series.place(i));
            y[i + zero] = series.rebased(i);
        }
        start = fromZero ? Math.min(read.birth(), times[0]) : times[0];
        curve = WarpedPchip.of(x, y);
    }

    Metric metric() {
        return series.metric();
    }

    /// From when on the counter is known.
    long start() {
        return start;
    }

    /// The last reading that counts.
    long end() {
        return times[times.length - 1];
    }

    /// Whether there is any time, or a birth, over which something can have happened.
    boolean tells() {
        return fromZero || times.length > 1;
    }

    /// The counter at an instant in thousandths, with corrections undone; at the start and before what it was
    /// before anything happened, after the end what was read last.
    ///
    /// @param place the instant on the axis
    long levelAt(long micros, double place) {
        if (micros <= start) {
            return fromZero ? 0 : series.rebased(0);
        }
        return micros >= end() ? series.rebased(times.length - 1) : Math.round(curve.at(place));
    }

    /// The counter as the platform showed it at an instant between start and end, in thousandths.
    long shownAt(long micros, double place) {
        int before = lastUpTo(micros);
        return before < 0
                ? levelAt(micros, place)
                : micros == times[before]
                        ? series.rebased(before) - series.corrected(before)
                        : levelAt(micros, place) - series.corrected(before);
    }

    /// The counter at an age with corrections undone, for learning how posts grow. `NaN` unless it was
    /// read just then, or once between half of the age and the age and once between the age and twice of
    /// it: what is estimated over longer gaps is what was expected, and teaches nothing.
    ///
    /// @param published microseconds since the epoch
    /// @param places of the knots on the axis
    double grownAt(long published, int knot, IntToDoubleFunction places) {
        long age = Math.round(Growing.knot(knot) * LocalDays.MICROS_PER_HOUR);
        long micros = published + age;
        int before = lastUpTo(micros);
        int after = before + 1;
        long slack = age / JUST_THEN;
        if (before >= 0 && micros - times[before] <= slack) {
            return series.rebased(before) / THOUSAND;
        }
        if (after < times.length && times[after] - micros <= slack) {
            return series.rebased(after) / THOUSAND;
        }
        boolean enclosed = before >= 0
                && times[before] - published >= age / 2
                && after < times.length
                && times[after] - published <= 2 * age;
        return enclosed ? levelAt(micros, places.applyAsDouble(knot)) / THOUSAND : Double.NaN;
    }

    /// Whether the level at an instant is read rather than estimated: at a birth from zero and before it,
    /// within a quarter of an hour of a reading, or between two readings that say the same.
    ///
    /// @param before the last reading at or before it
    boolean isExactAt(long micros, int before) {
        int after = before + 1;
        if (before >= 0 && micros - times[before] <= NEAR) {
            return true;
        }
        if (after < times.length && times[after] - micros <= NEAR) {
            return true;
        }
        if (before < 0) {
            return fromZero && (micros <= start || series.rebased(0) == 0);
        }
        return after < times.length && series.rebased(before) == series.rebased(after);
    }

    /// Whether an export file said a reading that the level at an instant rests on: the one within a quarter of an
    /// hour of it, else those on both sides. That a counter was zero at a birth is no reading.
    ///
    /// @param before the last reading at or before it
    boolean isImportedAt(long micros, int before) {
        int after = before + 1;
        if (before < 0) {
            return (!fromZero || micros > start) && series.imported(after);
        }
        if (after == times.length || micros - times[before] <= NEAR) {
            return series.imported(before);
        }
        boolean atNext = times[after] - micros <= NEAR;
        return series.imported(after) || (!atNext && series.imported(before));
    }

    /// The last reading at or before an instant, -1 where there is none.
    private int lastUpTo(long micros) {
        int found = Arrays.binarySearch(times, micros);
        return found >= 0 ? found : -found - 2;
    }

    /// The same, looked for from an earlier one.
    int lastUpTo(long micros, int from) {
        int before = from;
        while (before + 1 < times.length && times[before + 1] <= micros) {
            before++;
        }
        return before;
    }
}
