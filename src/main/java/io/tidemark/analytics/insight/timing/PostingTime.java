package io.tidemark.analytics.insight.timing;

import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An hour at which one may post.
///
/// @param weekday 1 for Monday to 7; null for any day
/// @param hour 0 to 23
public record PostingTime(@Nullable Integer weekday, int hour) {
    private static final Sentence ANY_DAY = Sentence.of("hour_of_any_day", "Any day, {from} to {to}");
    private static final Sentence ONE_DAY = Sentence.of("hours_of_weekday", "{weekday}, {from} to {to}");

    public PostingTime {
        if (hour < 0 || hour >= SlotFeatures.HOURS) {
            throw new IllegalArgumentException("An hour is from 0 to 23: " + hour);
        }
        if (weekday != null && (weekday < 1 || weekday > SlotFeatures.WEEKDAYS)) {
            throw new IllegalArgumentException("A weekday is from 1, Monday, to 7: " + weekday);
        }
    }

    public boolean overlaps(PostingTime other) {
        return hour == other.hour
                && (weekday == null || other.weekday == null || weekday.intValue() == other.weekday.intValue());
    }

    /// @param minute of the week, from Monday 0 o'clock
    boolean contains(int minute) {
        return minute / 60 % SlotFeatures.HOURS == hour
                && (weekday == null || minute / SlotFeatures.MINUTES_PER_DAY == weekday - 1);
    }

    /// When it comes next, and is not over.
    Instant next(Instant now, ZoneId zone) {
        ZonedDateTime at = now.atZone(zone).truncatedTo(ChronoUnit.HOURS).plusHours(1);
        // Clocks may skip an hour of one week.
        for (int hours = 0; hours < 2 * SlotFeatures.SLOTS && !isAt(at); hours++) {
            at = at.plusHours(1);
        }
        return at.toInstant();
    }

    private boolean isAt(ZonedDateTime time) {
        return time.getHour() == hour && (weekday == null || time.getDayOfWeek().getValue() == weekday);
    }

    Said inWords() {
        return weekday == null
                ? ANY_DAY.said(Map.of("from", Value.hour(hour), "to", Value.hour(hour + 1)))
                : inWords(weekday, hour, hour + 1);
    }

    /// @param toHour the hour at which they end, up to 24
    static Said inWords(int weekday, int fromHour, int toHour) {
        return ONE_DAY.said(
                Map.of("weekday", Value.weekday(weekday), "from", Value.hour(fromHour), "to", Value.hour(toHour)));
    }
}
