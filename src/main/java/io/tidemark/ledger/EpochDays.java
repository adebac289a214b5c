package io.tidemark.ledger;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/// The days of a zone that instants lie on. Where a day starts is looked up once, however many instants lie on it.
final class EpochDays {
    private static final int SECONDS = 86_400;

    private final ZoneId zone;
    private final Map<Integer, Long> starts = new HashMap<>();

    EpochDays(ZoneId zone) {
        this.zone = zone;
    }

    /// The epoch day in the zone. It differs by one at most from that in UTC.
    int of(long epochSecond) {
        int day = Math.toIntExact(Math.floorDiv(epochSecond, SECONDS));
        if (epochSecond < start(day)) {
            return day - 1;
        }
        return epochSecond >= start(day + 1) ? day + 1 : day;
    }

    private long start(int day) {
        return starts.computeIfAbsent(
                day, wanted -> LocalDate.ofEpochDay(wanted).atStartOfDay(zone).toEpochSecond());
    }
}
