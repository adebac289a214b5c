package io.tidemark.ledger;

import io.tidemark.metric.MetricValues;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The posts of one batch by their names, each with a number and with what was staged last of it.
///
/// Of very many posts only those that were named last are remembered, so that any number fits into memory.
/// One that is named again after it was forgotten gets another number; the merge finds out that both are one
/// post.
final class BatchPosts {
    /// More names than an account of many years has.
    static final int REMEMBERED = 50_000;

    private final LinkedHashMap<Alias, Post> known = new LinkedHashMap<>(16, 0.75f, true);
    private final int remembered;
    private int count;
    private boolean plain = true;

    /// @param remembered how many names
    BatchPosts(int remembered) {
        this.remembered = remembered;
    }

    /// Takes a name of a post that it has not had in this batch.
    @FunctionalInterface
    interface NameConsumer {
        /// @param joins whether it was that of another post before
        void accept(int post, Alias name, boolean joins);
    }

    /// A post of the batch.
    static final class Post {
        private final int number;
        private @Nullable Instant lastAt;
        private MetricValues lastValues = MetricValues.NONE;
        private @Nullable PostVersion lastVersion;

        private Post(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        /// Whether it is staged for the first time, or was observed later than what was staged of it before.
        boolean isInOrder(Instant at) {
            return lastAt == null || at.isAfter(lastAt);
        }

        boolean repeats(PostVersion version) {
            return version.equals(lastVersion);
        }

        boolean repeats(MetricValues values) {
            return lastAt != null && values.equals(lastValues);
        }

        void staged(Instant at) {
            lastAt = at;
        }

        /// Also what was observed, for a source of which what repeats is not stored again.
        void staged(Instant at, MetricValues values, PostVersion version) {
            lastAt = at;
            lastValues = values.isEmpty() ? lastValues : values;
            lastVersion = version;
        }
    }

    /// The post with any of these names; those that mean none yet mean it from now on.
    Post named(List<Alias> aliases, NameConsumer names) {
        plain &= aliases.size() == 1;
        Post post = null;
        for (Alias name : aliases) {
            post = post == null ? known.get(name) : post;
        }
        if (post == null) {
            post = new Post(count++);
        }
        for (Alias name : aliases) {
            Post before = known.putIfAbsent(name, post);
            if (before != post) {
                names.accept(post.number, name, before != null);
            }
        }
        while (known.size() > remembered) {
            known.pollFirstEntry();
            plain = false;
        }
        return post;
    }

    /// Whether each post has one name, and each name one number.
    boolean isPlain() {
        return plain;
    }
}
