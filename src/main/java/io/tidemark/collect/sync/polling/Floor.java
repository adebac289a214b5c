package io.tidemark.collect.sync.polling;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// At which of its midnights a post is read.
///
/// @param daily up to this one at all
/// @param second up to this one at every second
/// @param weekly whether it is read at every seventh later
record Floor(int daily, int second, boolean weekly) {
    private static final int WEEK = 7;

    static final Floor WHOLE = new Floor(WEEK, WEEK, true);
    static final Floor NONE = new Floor(0, 0, false);

    /// From the whole to what is left where the budget is far too small: the oldest posts lose first.
    static List<Floor> stretched() {
        return Stream.concat(
                        IntStream.rangeClosed(1, WEEK).mapToObj(lost -> new Floor(WEEK - lost, WEEK, true)),
                        IntStream.rangeClosed(1, WEEK).mapToObj(lost -> new Floor(0, WEEK - lost, true)))
                .toList();
    }

    boolean reads(long midnight) {
        if (midnight <= 0) {
            return false;
        } else if (midnight <= daily) {
            return true;
        }
        return midnight <= second ? midnight % 2 == 0 : weekly && midnight % WEEK == 0;
    }
}
