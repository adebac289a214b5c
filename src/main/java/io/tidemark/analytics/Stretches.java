package io.tidemark.analytics;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/// The days of a period, each in one of some stretches or in none. Everything on the days of a stretch is added up.
final class Stretches {
    static final int NONE = -1;

    private final Period period;
    private final int count;
    private final int firstDay;
    private final int[] ofDay;

    private Stretches(Period period, int count) {
        this.period = period;
        this.count = count;
        firstDay = period.firstDay();
        ofDay = new int[period.days()];
        Arrays.fill(ofDay, NONE);
    }

    /// All counted days as one.
    static Stretches one(CountedDays days) {
        Stretches one = new Stretches(days.period(), 1);
        for (int day = 0; day < one.ofDay.length; day++) {
            one.ofDay[day] = days.counted().get(day) ? 0 : NONE;
        }
        return one;
    }

    static Stretches one(Period period) {
        return one(CountedDays.all(period));
    }

    /// @param pieces inside the period
    static Stretches of(Period period, List<Period> pieces) {
        Stretches stretches = new Stretches(period, pieces.size());
        for (int piece = 0; piece < pieces.size(); piece++) {
            Period days = pieces.get(piece);
            Arrays.fill(
                    stretches.ofDay, days.firstDay() - stretches.firstDay, days.endDay() - stretches.firstDay, piece);
        }
        return stretches;
    }

    Period period() {
        return period;
    }

    int count() {
        return count;
    }

    /// The stretch of an epoch day of the period.
    int of(int epochDay) {
        return ofDay[epochDay - firstDay];
    }

    /// Whether the days of every month from a first of a month to before another belong to one stretch.
    boolean keepsMonths(LocalDate from, LocalDate to) {
        for (LocalDate month = from; month.isBefore(to); month = month.plusMonths(1)) {
            int first = Math.toIntExact(month.toEpochDay());
            int end = first + month.lengthOfMonth();
            for (int day = first; day < end; day++) {
                if (of(day) != of(first)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// By stretch, how many of its days are neither earlier than an epoch day nor later than another.
    int[] days(int from, int to) {
        int[] days = new int[count];
        int end = Math.min(ofDay.length, to - firstDay + 1);
        for (int day = Math.max(from, firstDay) - firstDay; day < end; day++) {
            if (ofDay[day] != NONE) {
                days[ofDay[day]]++;
            }
        }
        return days;
    }
}
