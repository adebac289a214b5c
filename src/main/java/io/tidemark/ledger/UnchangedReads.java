package io.tidemark.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Reads the batches of reads that found nothing changed.
final class UnchangedReads {
    /// For as many posts as this, whole batches are held instead of being searched by the server each time.
    private static final int MANY = 4_000;

    private final Session session;
    private final Scope scope;
    private final List<Batch> held = new ArrayList<>();
    private String accounts = "";
    private boolean many;

    UnchangedReads(Session session, Scope scope) {
        this.session = session;
        this.scope = scope;
    }

    /// Takes a read: micros as PostgreSQL counts them.
    @FunctionalInterface
    interface ReadConsumer {
        void accept(long postId, long micros, long sourceId);
    }

    private static final class Batch {
        private final long micros;
        private final long sourceId;
        private final long[] posts;

        Batch(BinaryRow row) {
            micros = row.nextLong();
            sourceId = row.nextLong();
            posts = row.nextLongs();
        }
    }

    /// @param posts in order
    void prepare(long[] posts, Collection<Long> ofAccounts) {
        accounts = ofAccounts.stream().map(String::valueOf).collect(Collectors.joining(","));
        many = posts.length > MANY;
        if (many) {
            session.copyOut(
                    """
                    select r.read_at, r.source_id, r.post_ids from unchanged_read r
                    where r.business_id = :business and r.account_id in (%s) and r.lowest_post_id <= %d
                        and r.highest_post_id >= %d and %s
                    """.formatted(accounts, posts[posts.length - 1], posts[0], scope.observedBy("r.read_at")), row -> {
                        held.add(new Batch(row));
                    });
        }
    }

    /// Whether all that will be asked for is held, so that several threads may ask.
    boolean isHeld() {
        return many;
    }

    /// The reads of some posts of those that were prepared for, in any order; perhaps with some of other posts.
    void read(long[] posts, ReadConsumer consumer) {
        if (!many) {
            search(posts, consumer);
            return;
        }
        long lowest = posts[0];
        long highest = posts[posts.length - 1];
        for (Batch batch : held) {
            int from = Arrays.binarySearch(batch.posts, lowest);
            for (int i = from < 0 ? -from - 1 : from; i < batch.posts.length && batch.posts[i] <= highest; i++) {
                consumer.accept(batch.posts[i], batch.micros, batch.sourceId);
            }
        }
    }

    /// The same of posts that may lie far apart, and with none of others.
    ///
    /// @param posts in order, perhaps none
    void readEach(long[] posts, ReadConsumer consumer) {
        if (posts.length == 0) {
            return;
        }
        if (!many) {
            search(posts, consumer);
            return;
        }
        for (Batch batch : held) {
            for (long post : posts) {
                if (Arrays.binarySearch(batch.posts, post) >= 0) {
                    consumer.accept(post, batch.micros, batch.sourceId);
                }
            }
        }
    }

    private void search(long[] posts, ReadConsumer consumer) {
        session.copyOut(
                """
                select q.post_id, r.read_at, r.source_id
                from unchanged_read r cross join lateral unnest(r.post_ids) as q (post_id)
                where r.business_id = :business and r.account_id in (%s) and r.lowest_post_id <= %d
                    and r.highest_post_id >= %d and r.post_ids && %s and q.post_id = any (%4$s) and %5$s
                """.formatted(
                                accounts,
                                posts[posts.length - 1],
                                posts[0],
                                Histories.array(posts),
                                scope.observedBy("r.read_at")),
                row -> {
                    consumer.accept(row.nextLong(), row.nextLong(), row.nextLong());
                });
    }
}
