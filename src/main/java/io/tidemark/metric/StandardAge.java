package io.tidemark.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The ages at which posts are compared: a day, three days, a week and four weeks after publication.
public enum StandardAge {
    H24(24),
    H72(72),
    H168(168),
    H672(672);

    private final int hours;

    StandardAge(int hours) {
        this.hours = hours;
    }

    public int hours() {
        return hours;
    }

    /// The stable name in the API: `h24`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<StandardAge> ofHours(int hours) {
        return Arrays.stream(values()).filter(age -> age.hours == hours).findFirst();
    }
}
