package io.tidemark.analytics.activity;

/// The local midnights around a stretch of time, with their places on a post's axis.
final class Boundaries {
    private final int firstDay;
    private final long[] micros;
    private final double[] places;

    private Boundaries(int firstDay, long[] micros, double[] places) {
        this.firstDay = firstDay;
        this.micros = micros;
        this.places = places;
    }

    /// From the start of the day of an instant to the end of the last day that has more than its first instant
    /// in the stretch.
    static Boundaries between(long start, long end, LocalDays days, Warp warp) {
        int first = days.dayOf(start);
        int last = lastDay(start, end, days);
        long[] micros = new long[last - first + 2];
        double[] places = new double[micros.length];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = days.startOf(first + i);
            places[i] = warp.place(micros[i]);
        }
        return new Boundaries(first, micros, places);
    }

    private static int lastDay(long start, long end, LocalDays days) {
        return end > start ? days.dayOf(end - 1) : days.dayOf(end);
    }

    int firstDay() {
        return firstDay;
    }

    int days() {
        return micros.length - 1;
    }

    /// The start of a day; of one more than there are, the end of the last.
    long micros(int day) {
        return micros[day];
    }

    /// Its place on the post's axis.
    double place(int day) {
        return places[day];
    }

    /// The end of the last day.
    long last() {
        return micros[micros.length - 1];
    }

    /// Which of the days an instant lies in.
    int indexOf(long instant) {
        int low = 0;
        int high = days() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (micros[middle] <= instant) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
