package io.tidemark.ledger;

import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads what is known of the affected posts: a few queries for some thousands of them, whatever they hold.
final class Histories {
    /// Posts whose histories are held in memory together: few enough to be garbage soon.
    private static final int CHUNK = 1_000;
    /// Ids as dense as this are read as a range.
    private static final int DENSE = 4;

    private final Session session;
    private final Scope scope;
    private final KnownSources sources;
    /// A condition on rows `s`.
    private final String counting;
    private final Listings listings;
    private final UnchangedReads unchanged;
    private final Map<Long, Platform> platforms;
    private final SamePosts before;
    private final SamePosts after;

    /// @param before which posts were one before the change of the scope
    /// @param after which are
    Histories(Session session, Scope scope, Map<Long, Platform> platforms, SamePosts before, SamePosts after) {
        this.session = session;
        this.scope = scope;
        this.platforms = platforms;
        this.before = before;
        this.after = after;
        listings = new Listings(session, scope);
        unchanged = new UnchangedReads(session, scope);
        sources = new KnownSources(session, scope);
        counting = sources.countingThen("s.source_id");
    }

    /// Reads on another connection what has been prepared.
    private Histories(Session session, Histories prepared) {
        this.session = session;
        scope = prepared.scope;
        platforms = prepared.platforms;
        before = prepared.before;
        after = prepared.after;
        listings = prepared.listings;
        unchanged = prepared.unchanged;
        sources = new KnownSources(session, scope);
        counting = sources.countingThen("s.source_id");
    }

    /// The affected posts in the order of their ids.
    void forEach(Consumer<PostChange> consumer) {
        Ids ids = prepared();
        byPages(true);
        for (int from = 0; from < ids.posts.length; from += CHUNK) {
            forEach(ids, from, consumer);
        }
        byPages(false);
    }

    /// What was read of many posts at one time lies side by side. To follow an index would be to go from post to post,
    /// from each of its readings to the next, to another page each time; so the pages are found first.
    private void byPages(boolean found) {
        session.sql()
                .sql("set local enable_indexscan = " + (found ? "off" : "on"))
                .update();
    }

    /// The affected posts in no order, on several lanes.
    ///
    /// @param consumers makes one for each lane, on its thread
    void forEach(Lanes lanes, Supplier<Consumer<PostChange>> consumers) {
        Ids ids = prepared();
        AtomicInteger next = new AtomicInteger();
        int useful = unchanged.isHeld() ? Math.ceilDiv(ids.posts.length, CHUNK) : 1;
        lanes.run(session, useful, lane -> {
            Histories here = new Histories(lane, this);
            Consumer<PostChange> consumer = consumers.get();
            here.byPages(true);
            try {
                for (int from = next.getAndAdd(CHUNK); from < ids.posts.length; from = next.getAndAdd(CHUNK)) {
                    here.forEach(ids, from, consumer);
                }
            } catch (RuntimeException failure) {
                // The others need not go on.
                next.set(ids.posts.length);
                throw failure;
            }
            here.byPages(false);
        });
    }

    private Ids prepared() {
        Ids ids = ids();
        unchanged.prepare(ids.posts, platforms.keySet());
        listings.read(platforms.keySet());
        return ids;
    }

    private void forEach(Ids ids, int from, Consumer<PostChange> consumer) {
        int to = Math.min(from + CHUNK, ids.posts.length);
        FoundPosts found = chunk(ids, from, to);
        for (int place = 0; place < to - from; place++) {
            consumer.accept(found.change(place, scope, listings));
        }
    }

    /// One post, affected or not, by its canonical id.
    PostHistory of(long postId, long accountId) {
        Ids ids = new Ids(1).add(postId, accountId);
        after.others(postId).forEach(other -> ids.add(other, accountId));
        ids.whole();
        unchanged.prepare(ids.posts, platforms.keySet());
        listings.read(platforms.keySet());
        return chunk(ids, 0, ids.posts.length).change(0, scope, listings).after();
    }

    /// The ids of posts, in order, and of their accounts.
    private static final class Ids {
        private long[] posts;
        private long[] accounts;
        private int size;

        Ids(int expected) {
            posts = new long[expected];
            accounts = new long[expected];
        }

        Ids add(long post, long account) {
            if (size == posts.length) {
                posts = Arrays.copyOf(posts, size + 1 + size / 2);
                accounts = Arrays.copyOf(accounts, posts.length);
            }
            posts[size] = post;
            accounts[size++] = account;
            return this;
        }

        Ids whole() {
            posts = Arrays.copyOf(posts, size);
            accounts = Arrays.copyOf(accounts, size);
            return this;
        }
    }

    private Ids ids() {
        Ids ids = new Ids(CHUNK);
        session.copyOut("""
                select p.post_id, p.account_id from affected_post x
                join post p on p.business_id = :business and p.post_id = x.post_id
                order by p.post_id
                """, row -> ids.add(row.nextLong(), row.nextLong()));
        return ids.whole();
    }

    /// What is stored under some ids, and under those that mean the same posts.
    private FoundPosts chunk(Ids ids, int from, int to) {
        FoundPosts posts =
                new FoundPosts(Arrays.copyOfRange(ids.posts, from, to), builders(ids, from, to), before, after);
        long[] elsewhere = posts.elsewhere();
        String among = among("s.post_id", posts.chunk());
        if (elsewhere.length > 0) {
            among = "(" + among + " or s.post_id = any (" + array(elsewhere) + "))";
        }
        Set<Long> speaking = new HashSet<>();
        readVersions(among, posts, speaking);
        readReadings(among, posts, speaking);
        UnchangedReads.ReadConsumer reads = (post, micros, source) -> {
            HistoryBuilder builder = posts.find(post);
            if (builder != null) {
                builder.read(micros, source, null);
                speaking.add(source);
            }
        };
        unchanged.read(posts.chunk(), reads);
        unchanged.readEach(elsewhere, reads);
        sources.learn(speaking);
        posts.settle(sources);
        return posts;
    }

    private List<HistoryBuilder> builders(Ids ids, int from, int to) {
        List<HistoryBuilder> builders = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            Platform platform = platforms.get(ids.accounts[i]);
            if (platform == null) {
                throw new IllegalStateException("No account " + ids.accounts[i]);
            }
            builders.add(new HistoryBuilder(ids.posts[i], ids.accounts[i], platform));
        }
        return builders;
    }

    private void readVersions(String among, FoundPosts posts, Set<Long> speaking) {
        session.copyOut("""
                select s.post_id, s.observed_at, s.source_id, s.published_at, s.published_day_only, s.placement, s.format,
                    s.text, s.url, s.boosted, s.deleted, s.collab, s.crosspost
                from post_version s where s.business_id = :business and %s and %s and %s
                """.formatted(among, scope.observedBy("s.observed_at"), counting), row -> {
            HistoryBuilder post = posts.find(row.nextLong());
            if (post != null) {
                long micros = row.nextLong();
                long source = row.nextLong();
                speaking.add(source);
                post.say(micros, source, version(row));
            }
        });
    }

    private void readReadings(String among, FoundPosts posts, Set<Long> speaking) {
        session.copyOut(
                """
                select s.post_id, s.observed_at, s.source_id, %s
                from post_snapshot s where s.business_id = :business and %s and %s and %s
                """.formatted(MetricColumns.of("s"), among, scope.observedBy("s.observed_at"), counting), row -> {
                    HistoryBuilder post = posts.find(row.nextLong());
                    if (post != null) {
                        long micros = row.nextLong();
                        long source = row.nextLong();
                        speaking.add(source);
                        MetricValues values = row.nextValues(MetricColumns.OF_POSTS);
                        post.read(micros, source, values);
                    }
                });
    }

    /// A condition that a column is one of some ids, or where they lie close together, in their range.
    static String among(String column, long[] ordered) {
        long lowest = ordered[0];
        long highest = ordered[ordered.length - 1];
        if (highest - lowest < (long) DENSE * ordered.length) {
            return "%1$s >= %2$d and %1$s <= %3$d".formatted(column, lowest, highest);
        }
        return column + " = any (" + array(ordered) + ")";
    }

    /// Ids as an array in SQL.
    static String array(long[] ids) {
        StringBuilder text = new StringBuilder("'{");
        for (int i = 0; i < ids.length; i++) {
            text.append(i == 0 ? "" : ",").append(ids[i]);
        }
        return text.append("}'::bigint[]").toString();
    }

    private static PostVersion version(BinaryRow row) {
        @Nullable Instant publishedAt = row.nextInstant();
        return new PostVersion(
                publishedAt,
                row.nextBoolean(),
                Placement.valueOf(row.requiredText().toUpperCase(Locale.ROOT)),
                Format.valueOf(row.requiredText().toUpperCase(Locale.ROOT)),
                row.nextText(),
                row.nextText(),
                Boosted.find(row.requiredText()).orElseThrow(),
                row.nextBoolean(),
                new Marks(row.nextAnswer(), row.nextAnswer()));
    }
}
