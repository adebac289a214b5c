package io.tidemark.collect.sync;

import io.tidemark.ledger.SyncBook;
import io.tidemark.ledger.Told;
import io.tidemark.words.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/// What a platform has refused to tell of an account's posts: left out of calls, and tried again after a month.
final class Refusals {
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final SyncBook book;
    private final long businessId;
    private final long accountId;
    private final Instant now;
    private final Set<Key> known = new HashSet<>();

    private record Key(String route, String kind, String metric) {}

    Refusals(SyncBook book, long businessId, long accountId, Instant now) {
        this.book = book;
        this.businessId = businessId;
        this.accountId = accountId;
        this.now = now;
        book.refused(businessId, accountId, now.minus(REMEMBERED))
                .forEach(refused -> known.add(new Key(refused.route(), refused.kind(), refused.metric())));
    }

    boolean whole(String route, String kind) {
        return known.contains(new Key(route, kind, SyncBook.Refused.ALL));
    }

    Set<String> left(String route, String kind, Set<String> metrics) {
        Set<String> left = new TreeSet<>(metrics);
        left.removeIf(metric -> known.contains(new Key(route, kind, metric)));
        return left;
    }

    void remember(String route, String kind, String metric, Said said) {
        known.add(new Key(route, kind, metric));
        book.refuse(businessId, accountId, new SyncBook.Refused(route, kind, metric, Told.of(said), now));
    }
}
