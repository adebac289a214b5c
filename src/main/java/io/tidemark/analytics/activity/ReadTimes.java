package io.tidemark.analytics.activity;

import io.tidemark.frame.Reading;
import java.util.List;

/// When a post was read, with the places on its axis: the same for all of its counters, and costly to work out.
final class ReadTimes {
    private final long birth;
    private final double birthPlace;
    private final long[] micros;
    private final double[] places;

    ReadTimes(List<Reading> readings, Warp warp) {
        birth = warp.birth();
        birthPlace = warp.place(birth);
        micros = new long[readings.size()];
        places = new double[micros.length];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = LocalDays.micros(readings.get(i).observedAt());
            places[i] = warp.place(micros[i]);
        }
    }

    long birth() {
        return birth;
    }

    double birthPlace() {
        return birthPlace;
    }

    /// @param reading its place in the history
    long micros(int reading) {
        return micros[reading];
    }

    double place(int reading) {
        return places[reading];
    }
}
