package io.tidemark.collect.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/// When an account publishes, in local time, and how much that matters. True effects of the hour are small.
///
/// @param weekdays how many posts from Monday to Sunday, relative to one another
/// @param hours the hours of publication, the usual ones several times
/// @param bestHour when posts do a little better
/// @param weekend factor on posts of Saturday and Sunday
record Rhythm(List<Double> weekdays, List<Integer> hours, int bestHour, double weekend) {
    private static final double HOUR_EFFECT = 0.10;
    private static final double TUESDAY = 1.05;
    private static final double THURSDAY = 1.03;
    private static final List<Integer> MINUTES = List.of(0, 0, 0, 15, 30, 30, 45);

    Rhythm {
        weekdays = List.copyOf(weekdays);
        hours = List.copyOf(hours);
    }

    /// How many posts a day gets relative to the mean day.
    double share(LocalDate day) {
        double mean =
                weekdays.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return weekdays.get(day.getDayOfWeek().getValue() - 1) / mean;
    }

    /// Half of the posts are scheduled to a round minute.
    LocalTime time(Dice dice) {
        int hour = dice.pick(hours);
        int minute = dice.chance(0.5) ? dice.pick(MINUTES) : dice.below(60);
        return LocalTime.of(hour, minute, dice.below(60));
    }

    /// Factor on what a post of this time achieves.
    double effect(LocalDate day, LocalTime time) {
        double hour = 1 + HOUR_EFFECT * Math.cos((time.getHour() - bestHour) * 2 * Math.PI / 24);
        return hour * effect(day.getDayOfWeek());
    }

    private double effect(DayOfWeek weekday) {
        return switch (weekday) {
            case SATURDAY, SUNDAY -> weekend;
            case TUESDAY -> TUESDAY;
            case THURSDAY -> THURSDAY;
            case MONDAY, WEDNESDAY, FRIDAY -> 1;
        };
    }
}
