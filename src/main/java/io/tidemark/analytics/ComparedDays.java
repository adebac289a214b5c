package io.tidemark.analytics;

import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Measure;
import io.tidemark.metric.Metric;
import java.time.LocalDate;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// The days that take part in a comparison.
///
/// Where every day of both periods is settled, whole periods are compared. Otherwise days are compared in pairs, by
/// their place in their period, and a pair takes part if both of its days are settled: so recent days, which platforms
/// still revise, are cut off on both sides alike.
record ComparedDays(CountedDays period, CountedDays previous) {
    static ComparedDays of(ActivitySources sources, View view, Period period, Period previous) {
        Settled here = Settled.of(sources, view, period);
        Settled there = Settled.of(sources, view, previous);
        BitSet days = here.days();
        BitSet others = there.days();
        days.clear(here.reported(), period.days());
        if (days.cardinality() < period.days() || others.cardinality() < previous.days()) {
            days.and(others);
            others = days;
        }
        return new ComparedDays(new CountedDays(period, days), new CountedDays(previous, others));
    }

    /// The last day of the period that takes part, null where none does.
    @Nullable
    LocalDate settledTo() {
        int last = period.counted().length() - 1;
        return last < 0 ? null : period.period().from().plusDays(last);
    }

    /// @param days those that nothing provisional was reported for
    /// @param reported the place after the last day that anything was reported for
    private record Settled(BitSet days, int reported) {
        private static final Metric[] METRICS = Metric.values();

        static Settled of(ActivitySources sources, View view, Period period) {
            BitSet days = new BitSet();
            days.set(0, period.days());
            Settlement settlement = new Settlement(view);
            int reported = 0;
            for (byte source : sources.used()) {
                DayFrame rows = sources.rows(source);
                int end = rows.firstRowFrom(period.endDay());
                for (int row = rows.firstRowFrom(period.firstDay()); row < end; row++) {
                    int place = rows.day(row) - period.firstDay();
                    boolean provisional = settlement.isProvisional(rows, row, source);
                    // A row that could change nothing need not be looked at.
                    if ((provisional || place >= reported)
                            && view.has(rows.account(row))
                            && counts(sources, source, row)) {
                        reported = Math.max(reported, place + 1);
                        days.set(place, days.get(place) && !provisional);
                    }
                }
            }
            return new Settled(days, reported);
        }

        /// Whether the answer takes anything from the row. A day of which only levels were read has nothing that a
        /// platform could still revise.
        private static boolean counts(ActivitySources sources, byte source, int row) {
            DayFrame rows = sources.rows(source);
            for (Metric metric : METRICS) {
                Measure measure = Measure.of(metric);
                if (metric.ofPosts()
                        && !Double.isNaN(rows.value(row, measure))
                        && sources.of(measure)[rows.account(row)] == source) {
                    return true;
                }
            }
            return false;
        }
    }
}
