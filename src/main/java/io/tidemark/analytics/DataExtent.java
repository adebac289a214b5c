package io.tidemark.analytics;

import java.time.LocalDate;

/// From the first to the last day of any data, and the number of posts.
public record DataExtent(LocalDate from, LocalDate to, int posts) {
    Period period() {
        return new Period(from, to);
    }
}
