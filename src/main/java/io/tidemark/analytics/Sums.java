package io.tidemark.analytics;

/// A measure added up per group; a group is a part of the answer in a stretch of days.
///
/// @param reporting items that report it
/// @param expected items that should, and those that do although they need not
/// @param able items that can
/// @param items all items
/// @param marks the platforms that report it, as bits, and above them the flags
@SuppressWarnings("ArrayRecordComponent") // For loops over rows; never compared.
record Sums(double[] sum, int[] reporting, int[] expected, int[] able, int[] items, int[] marks) {
    /// Something in it may still be revised.
    static final byte PROVISIONAL = 1;

    /// Something in it was worked out between readings.
    static final byte ESTIMATED = 2;

    /// What platforms say about the days of accounts is in it.
    static final byte FACTS = 4;

    /// What happened on posts is in it.
    static final byte POSTS = 8;

    /// Something in it came from an export file.
    static final byte IMPORTED = 16;

    private static final int FLAGS_FROM = 16;
    private static final int PLATFORMS = (1 << FLAGS_FROM) - 1;

    static Sums zero(int groups, int[] items) {
        return new Sums(new double[groups], new int[groups], new int[groups], new int[groups], items, new int[groups]);
    }

    /// A platform, as a bit, and what is to be said of its value.
    static int mark(int platform, int flags) {
        return platform | (flags << FLAGS_FROM);
    }

    /// Folds some parts of a stretch.
    Tally tally(Coverage.Unit unit, int firstGroup, int[] parts) {
        double value = 0;
        int here = 0;
        int should = 0;
        int could = 0;
        int all = 0;
        int marked = 0;
        int facts = 0;
        for (int part : parts) {
            int group = firstGroup + part;
            value += sum[group];
            here += reporting[group];
            should += expected[group];
            could += able[group];
            all += items[group];
            marked |= marks[group];
            facts |= ((marks[group] >> FLAGS_FROM) & FACTS) == 0 ? 0 : marks[group] & PLATFORMS;
        }
        return new Tally(
                value, new Coverage(unit, here, should, all), could, marked >> FLAGS_FROM, marked & PLATFORMS, facts);
    }
}
