package io.tidemark.collect.file.mapping;

/// In what a column counts time.
public enum DurationUnit {
    MILLISECONDS(0.001),
    SECONDS(1),
    MINUTES(60),
    HOURS(3_600);

    private final double seconds;

    DurationUnit(double seconds) {
        this.seconds = seconds;
    }

    double seconds() {
        return seconds;
    }
}
