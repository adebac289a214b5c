package io.tidemark.analytics.insight;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/// Minutes of the week in a zone, from Monday 0 o'clock. An hour that the clocks repeat counts as that hour both times.
/// Fast for instants in order: the offset is looked up anew only beyond the next change of the clocks.
public final class LocalMinutes {
    private static final long SECONDS_PER_DAY = 86_400;
    private static final int MINUTES_PER_WEEK = 7 * 24 * 60;
    /// 1 January 1970 was a Thursday.
    private static final long DAYS_FROM_MONDAY = 3;

    private final ZoneRules rules;
    private long from = Long.MAX_VALUE;
    private long until = Long.MIN_VALUE;
    private long offset;

    public LocalMinutes(ZoneId zone) {
        rules = zone.getRules();
    }

    public int of(long epochSecond) {
        if (epochSecond < from || epochSecond >= until) {
            look(epochSecond);
        }
        long local = epochSecond + offset + DAYS_FROM_MONDAY * SECONDS_PER_DAY;
        return (int) Math.floorMod(Math.floorDiv(local, 60), (long) MINUTES_PER_WEEK);
    }

    private void look(long epochSecond) {
        Instant instant = Instant.ofEpochSecond(epochSecond);
        offset = rules.getOffset(instant).getTotalSeconds();
        ZoneOffsetTransition next = rules.nextTransition(instant);
        from = epochSecond;
        until = next == null ? Long.MAX_VALUE : next.getInstant().getEpochSecond();
    }
}
