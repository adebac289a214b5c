package io.tidemark.analytics.post;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An order of posts: by a key up or down, those that are equal in it by the next, posts without a value always last,
/// and ties by id.
///
/// @param then among posts that are equal in the first; null for none
public record PostOrder(
        PostKey key, boolean descending, @Nullable PostOrder then) {
    /// By how many keys an order goes at most.
    static final int MOST = 3;

    public static final PostOrder NEWEST_FIRST = new PostOrder(PostKey.Derived.PUBLISHED_AT, true);

    static final PostOrder HIGHEST_FIRST = new PostOrder(PostKey.Derived.ENGAGEMENT, true);

    /// The place of posts without a value: behind every number.
    private static final long LAST = Long.MAX_VALUE;

    public PostOrder(PostKey key, boolean descending) {
        this(key, descending, null);
    }

    /// Reads `likes` (ascending) or `-likes` (descending), or up to three of them with commas between; empty
    /// where there is no such key, or one twice.
    public static Optional<PostOrder> find(String text) {
        List<String> parts = Arrays.asList(text.split(",", -1));
        Set<PostKey> keys = new HashSet<>();
        PostOrder order = null;
        for (String part : parts.reversed()) {
            boolean descending = part.startsWith("-");
            Optional<PostKey> key =
                    PostKey.find(descending ? part.substring(1) : part).filter(keys::add);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            order = new PostOrder(key.get(), descending, order);
        }
        return Optional.ofNullable(order).filter(found -> keys.size() <= MOST);
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
