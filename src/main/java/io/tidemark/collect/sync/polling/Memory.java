package io.tidemark.collect.sync.polling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a pool has learned of its price. Losing it costs some hours of finding it again, nothing else.
///
/// @param at last choice; null before the first
/// @param demand readings an hour that would be made at a price of 1, as a mean over a day; `NaN` before the
///     first choice
/// @param threshold gain from which a call of several posts is made; `NaN` before the first
/// @param credits readings, or calls, that accounts or groups of them are entitled to by now
/// @param day what a day of a post must bring where days are paid for
public record Memory(@Nullable Instant at, double demand, double threshold, Map<String, Double> credits, DayPrice day) {
    public static final Memory NONE = new Memory(null, Double.NaN, Double.NaN, Map.of(), DayPrice.NONE);

    public Memory {
        credits = Map.copyOf(credits);
    }

    /// @param day the UTC day it holds for; null before the first
    /// @param price `NaN` before the first
    /// @param spent paid for on that day
    /// @param mean what days have cost, as a mean over two days; `NaN` before the first has ended
    public record DayPrice(@Nullable LocalDate day, double price, double spent, double mean) {
        public static final DayPrice NONE = new DayPrice(null, Double.NaN, 0, Double.NaN);
    }
}
