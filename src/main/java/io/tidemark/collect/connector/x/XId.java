package io.tidemark.collect.connector.x;

import io.tidemark.ledger.Alias;
import java.time.Instant;
import java.util.Optional;

/// The number of a post, which says when it was made. Exported files name posts by it too.
record XId(String digits) {
    /// Ids below were given one after the other; since then the upper bits are the milliseconds of creation.
    private static final long FIRST_WITH_TIME = 30_000_000_000L;
    private static final long EPOCH_MILLIS = 1_288_834_974_657L;
    private static final int SEQUENCE_BITS = 22;

    XId {
        if (!isOne(digits)) {
            throw new IllegalArgumentException("Not the id of a post: " + digits);
        }
    }

    static boolean isOne(String text) {
        return text.matches("[0-9]{1,19}");
    }

    Alias alias() {
        return new Alias("x:post", digits);
    }

    /// Empty for ids from before November 2010.
    Optional<Instant> createdAt() {
        long number = Long.parseUnsignedLong(digits);
        return Long.compareUnsigned(number, FIRST_WITH_TIME) < 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli((number >>> SEQUENCE_BITS) + EPOCH_MILLIS));
    }
}
