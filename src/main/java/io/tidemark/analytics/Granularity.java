package io.tidemark.analytics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How long the stretches of a chart are.
public enum Granularity {
    DAY(null),
    WEEK(CalendarUnit.WEEK),
    MONTH(CalendarUnit.MONTH),
    QUARTER(CalendarUnit.QUARTER);

    private final @Nullable CalendarUnit unit;

    Granularity(@Nullable CalendarUnit unit) {
        this.unit = unit;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Granularity> find(String key) {
        return Arrays.stream(values()).filter(g -> g.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Granularity::key).toList();
    }

    /// A period cut into stretches without gaps. The first and the last end where the period does.
    List<Period> cut(Period period, DayOfWeek weekStart) {
        List<Period> stretches = new ArrayList<>();
        LocalDate from = period.from();
        while (!from.isAfter(period.to())) {
            LocalDate last = unit == null
                    ? from
                    : unit.whole(unit.start(from, weekStart)).to();
            LocalDate to = last.isAfter(period.to()) ? period.to() : last;
            stretches.add(new Period(from, to));
            from = to.plusDays(1);
        }
        return stretches;
    }
}
