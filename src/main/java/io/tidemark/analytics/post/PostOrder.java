package io.tidemark.analytics.post;

import java.util.Optional;

/// An order of posts: by a key up or down, posts without a value always last, ties by id.
public record PostOrder(PostKey key, boolean descending) {
    public static final PostOrder NEWEST_FIRST = new PostOrder(PostKey.Derived.PUBLISHED_AT, true);

    static final PostOrder HIGHEST_FIRST = new PostOrder(PostKey.Derived.ENGAGEMENT, true);

    /// The place of posts without a value: behind every number.
    private static final long LAST = Long.MAX_VALUE;

    /// Reads `likes` (ascending) or `-likes` (descending); empty where there is no such key.
    public static Optional<PostOrder> find(String text) {
        boolean descending = text.startsWith("-");
        return PostKey.find(descending ? text.substring(1) : text).map(key -> new PostOrder(key, descending));
    }

    /// As it is written in the API.
    public String text() {
        return (descending ? "-" : "") + key.key();
    }

    /// A number that compares as this order wants values compared: the smaller, the further in front.
    ///
    /// @param value `NaN` where it is missing
    long place(double value) {
        if (Double.isNaN(value)) {
            return LAST;
        }
        // Adding 0 makes -0 equal to 0. The bits of a double compare like the double, once those of negative ones are
        // turned round.
        long bits = Double.doubleToRawLongBits(value + 0.0);
        long ascending = bits ^ (bits >> 63 & Long.MAX_VALUE);
        return descending ? ~ascending : ascending;
    }
}
