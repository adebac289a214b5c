package io.tidemark.analytics.insight.trend;

import io.tidemark.metric.Platform;
import java.util.stream.IntStream;

/// One account's part of the daily numbers, from the first to the last day that it reports.
final class AccountDays {
    /// An account that has been silent for as long is late; one silent for longer has stopped.
    private static final int PATIENCE = 7;

    private final String name;
    private final Platform platform;
    private final double[] values;
    private final double usual;
    private final int first;
    private final int last;

    /// @param values by day, `NaN` where missing; at least one known
    AccountDays(String name, Platform platform, double[] values) {
        this.name = name;
        this.platform = platform;
        this.values = values;
        usual = Math.max(0, Known.median(values));
        first = IntStream.range(0, values.length).filter(this::isKnown).min().orElseThrow();
        last = IntStream.range(0, values.length).filter(this::isKnown).max().orElseThrow();
    }

    String title() {
        return "%s (%s)".formatted(name, platform.title());
    }

    /// What it brings on a usual day.
    double usual() {
        return usual;
    }

    boolean isKnown(int day) {
        return !Double.isNaN(values[day]);
    }

    /// Whether a day without it lacks something: between its days, and shortly after the last.
    boolean isExpected(int day) {
        return day >= first && day < end();
    }

    int first() {
        return first;
    }

    /// The day from which on it is not expected any more; the number of days where it still is.
    int end() {
        return last + PATIENCE < values.length - 1 ? last + 1 : values.length;
    }

    int known() {
        return Known.count(values);
    }

    int expected() {
        return end() - first;
    }
}
