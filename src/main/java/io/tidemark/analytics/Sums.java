package io.tidemark.analytics;

/// A measure added up per group; a group is a part of the answer in a stretch of days.
///
/// @param reporting items that report it
/// @param expected items that should, and those that do although they need not
/// @param able items that can
/// @param items all items
/// @param platforms those that report it, as bits
/// @param flags what is to be said of the value
record Sums(double[] sum, int[] reporting, int[] expected, int[] able, int[] items, int[] platforms, byte[] flags) {
    /// Something in it may still be revised.
    static final byte PROVISIONAL = 1;

    /// Something in it was worked out between readings.
    static final byte ESTIMATED = 2;

    /// What platforms say about the days of accounts is in it.
    static final byte FACTS = 4;

    /// What happened on posts is in it.
    static final byte POSTS = 8;

    static Sums zero(int groups, int[] items) {
        return new Sums(
                new double[groups],
                new int[groups],
                new int[groups],
                new int[groups],
                items,
                new int[groups],
                new byte[groups]);
    }

    void add(int group, double value, int count, int platform, int flag) {
        sum[group] += value;
        reporting[group] += count;
        platforms[group] |= platform;
        flags[group] |= (byte) flag;
    }

    /// Folds some parts of a stretch.
    Tally tally(Coverage.Unit unit, int firstGroup, int[] parts) {
        double value = 0;
        int here = 0;
        int should = 0;
        int could = 0;
        int all = 0;
        int who = 0;
        int said = 0;
        int facts = 0;
        for (int part : parts) {
            int group = firstGroup + part;
            value += sum[group];
            here += reporting[group];
            should += expected[group];
            could += able[group];
            all += items[group];
            who |= platforms[group];
            said |= flags[group];
            facts |= (flags[group] & FACTS) == 0 ? 0 : platforms[group];
        }
        return new Tally(value, new Coverage(unit, here, should, all), could, said, Platforms.of(who), facts);
    }
}
