package io.tidemark.analytics;

import io.tidemark.frame.Grouping;
import java.time.LocalDate;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// The days that take part in a comparison.
///
/// Where every day of both periods is settled, whole periods are compared. Otherwise days are compared in pairs, by
/// their place in their period, and a pair takes part if both of its days are settled: so recent days, which platforms
/// still revise, are cut off on both sides alike.
record ComparedDays(CountedDays period, CountedDays previous) {
    static ComparedDays of(View view, Slicing slicing, Period period, Period previous) {
        BitSet here = settled(view, slicing, period);
        BitSet there = settledOrEmpty(view, slicing, previous);
        if (here.cardinality() < period.days() || there.cardinality() < previous.days()) {
            here.and(there);
            there = here;
        }
        return new ComparedDays(new CountedDays(period, here), new CountedDays(previous, there));
    }

    /// The last day of the period that takes part, null where none does.
    @Nullable
    LocalDate settledTo() {
        int last = period.counted().length() - 1;
        return last < 0 ? null : period.period().from().plusDays(last);
    }

    /// Of the days up to the last for which anything was reported, those that nothing provisional was reported for.
    private static BitSet settled(View view, Slicing slicing, Period period) {
        BitSet settled = settledOrEmpty(view, slicing, period);
        settled.clear(slicing.reported(period).length(), period.days());
        return settled;
    }

    private static BitSet settledOrEmpty(View view, Slicing slicing, Period period) {
        Slice slice = slicing.accountDays(CountedDays.all(period));
        Settlement settlement = new Settlement(view);
        BitSet settled = new BitSet();
        settled.set(0, period.days());
        Grouping grouping = slice.grouping();
        for (int row = grouping.first(); row < grouping.end(); row++) {
            // A day of which only levels were read has nothing that a platform could still revise.
            boolean counts = grouping.group(row) != Grouping.NONE && slicing.hasActivity(row);
            if (counts && settlement.isProvisional(row)) {
                settled.clear(view.days().day(row) - period.firstDay());
            }
        }
        return settled;
    }
}
