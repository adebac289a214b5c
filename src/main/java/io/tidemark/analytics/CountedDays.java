package io.tidemark.analytics;

import java.util.BitSet;

/// The days of a period that count: all, or those that another period can be compared on.
///
/// @param counted by the day's place in the period
record CountedDays(Period period, BitSet counted) {
    static CountedDays all(Period period) {
        BitSet counted = new BitSet();
        counted.set(0, period.days());
        return new CountedDays(period, counted);
    }

    boolean has(int epochDay) {
        return counted.get(epochDay - period.firstDay());
    }

    int size() {
        return counted.cardinality();
    }

    /// How many counted days lie on or before an epoch day.
    int upTo(int epochDay) {
        int end = Math.min(epochDay - period.firstDay() + 1, period.days());
        return end <= 0 ? 0 : counted.get(0, end).cardinality();
    }
}
