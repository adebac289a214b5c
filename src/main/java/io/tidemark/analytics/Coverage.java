package io.tidemark.analytics;

/// How many items that should report a number did.
///
/// @param reporting items that report it
/// @param expected items that should, and those that do although they need not
/// @param items all items in view
public record Coverage(Unit unit, int reporting, int expected, int items) {
    private static final double WEAK_BELOW = 0.8;

    /// What is counted. Days that are not over yet count only where they report something.
    public enum Unit {
        POST,
        ACCOUNT_DAY,
        ACCOUNT
    }

    /// Share of the expected items that report, 0 where none is expected.
    double ratio() {
        return expected == 0 ? 0 : (double) reporting / expected;
    }

    Status status() {
        if (items == 0) {
            return Status.NOT_COLLECTED;
        }
        if (expected == 0) {
            return Status.NOT_PROVIDED;
        }
        if (reporting == 0) {
            return Status.NOT_COLLECTED;
        }
        if (reporting == expected) {
            return Status.COMPLETE;
        }
        return ratio() < WEAK_BELOW ? Status.WEAK : Status.PARTIAL;
    }
}
