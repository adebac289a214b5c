package io.tidemark.serve.analytics;

import io.tidemark.analytics.insight.feed.Feed;
import io.tidemark.analytics.insight.feed.FeedAnswer;
import io.tidemark.analytics.insight.feed.Memory;
import io.tidemark.analytics.insight.feed.Remembered;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.User;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Remembers whatever was answered.
public final class FakeInsightDesk implements InsightDesk {
    private static final Instant AT = Instant.parse("2026-11-20T11:00:00Z");

    private final Map<Long, Memory> memories = new HashMap<>();

    @Override
    public synchronized FeedAnswer answer(Business business, Feed feed) {
        Feed.Kept kept = feed.answer(memories.getOrDefault(business.id(), Memory.EMPTY));
        memories.put(business.id(), kept.memory());
        return kept.answer();
    }

    @Override
    public boolean dismiss(Business business, String insight, User by) {
        return put(business, insight, new Remembered.Dismissal(AT, by.email()));
    }

    @Override
    public boolean restore(Business business, String insight) {
        return put(business, insight, null);
    }

    private synchronized boolean put(Business business, String insight, Remembered.@Nullable Dismissal dismissal) {
        Map<String, Remembered> all = memories.getOrDefault(business.id(), Memory.EMPTY).all().stream()
                .collect(Collectors.toMap(Remembered::id, one -> one));
        Remembered before = all.get(insight);
        if (before == null) {
            return false;
        }
        all.put(
                insight,
                new Remembered(
                        insight, before.mark(), before.openedAt(), before.changedAt(), before.closedAt(), dismissal));
        memories.put(business.id(), new Memory(all.values()));
        return true;
    }
}
