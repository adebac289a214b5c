package io.tidemark.analytics.activity;

/// Takes what happened on a post day by day, oldest first.
@FunctionalInterface
public interface DayConsumer {
    /// @param epochDay the local day
    /// @param thousandths by ordinal of the metric, in thousandths: net, so below zero where more was taken
    ///     back than given; [PostActivity#UNKNOWN] where nothing is known of the metric on that day. Valid only
    ///     during the call
    /// @param estimated whether a part of it is interpolated: some metric was not read near both ends of the
    ///     day
    /// @param unfinished whether the last reading lies inside the day, so that more may come
    /// @param imported whether some metric of it is a difference to or from what an export file said
    void accept(int epochDay, long[] thousandths, boolean estimated, boolean unfinished, boolean imported);
}
