package io.tidemark.analytics.post;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An order of posts: by a key up or down, those that are equal in it by another, posts without a value always last,
/// and ties by id.
///
/// @param then among posts that are equal in the first; null for none
public record PostOrder(
        PostKey key, boolean descending, @Nullable PostOrder then) {
    public static final PostOrder NEWEST_FIRST = new PostOrder(PostKey.Derived.PUBLISHED_AT, true);

    static final PostOrder HIGHEST_FIRST = new PostOrder(PostKey.Derived.ENGAGEMENT, true);

    /// The place of posts without a value: behind every number.
    private static final long LAST = Long.MAX_VALUE;

    public PostOrder(PostKey key, boolean descending) {
        this(key, descending, null);
    }

    /// Reads `likes` (ascending) or `-likes` (descending), or two of them with a comma between; empty where there is no
    /// such key, or one twice.
    public static Optional<PostOrder> find(String text) {
        int comma = text.indexOf(',');
        if (comma < 0) {
            return single(text);
        }
        Optional<PostOrder> then = single(text.substring(comma + 1));
        return single(text.substring(0, comma))
                .filter(first ->
                        then.filter(second -> !second.key.equals(first.key)).isPresent())
                .map(first -> new PostOrder(first.key, first.descending, then.orElseThrow()));
    }

    private static Optional<PostOrder> single(String text) {
        boolean descending = text.startsWith("-");
        return PostKey.find(descending ? text.substring(1) : text).map(key -> new PostOrder(key, descending));
    }

    /// As it is written in the API.
    public String text() {
        String first = (descending ? "-" : "") + key.key();
        return then == null ? first : first + "," + then.text();
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
