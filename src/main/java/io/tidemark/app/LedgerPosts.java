package io.tidemark.app;

import io.tidemark.ledger.Breakout;
import io.tidemark.ledger.BreakoutBook;
import io.tidemark.ledger.PostRecord;
import io.tidemark.ledger.PostRecord.Left;
import io.tidemark.ledger.PostRecords;
import io.tidemark.ledger.PostText;
import io.tidemark.ledger.PostTexts;
import io.tidemark.ledger.Thumbnail;
import io.tidemark.ledger.Thumbnails;
import io.tidemark.serve.analytics.Posts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Single posts of the ledger.
record LedgerPosts(PostTexts texts, PostRecords records, BreakoutBook breakouts, Thumbnails thumbnails)
        implements Posts {
    @Override
    public List<PostText> texts(long businessId, Collection<Long> postIds, @Nullable Instant asOf) {
        return texts.of(businessId, postIds, asOf);
    }

    @Override
    public long[] containing(long businessId, String words, Instant from, Instant before, @Nullable Instant asOf) {
        return texts.containing(businessId, words, from, before, asOf);
    }

    @Override
    public Map<Long, List<Left>> absences(long businessId, Collection<Long> accountIds, @Nullable Instant asOf) {
        return records.absences(businessId, accountIds, asOf);
    }

    @Override
    public Optional<PostRecord> find(long businessId, long postId, @Nullable Instant asOf) {
        return records.find(businessId, postId, asOf);
    }

    @Override
    public List<Breakout> breakouts(long businessId, @Nullable Instant asOf) {
        return breakouts.all(businessId, asOf);
    }

    @Override
    public Set<Long> pictured(long businessId, Collection<Long> postIds) {
        return thumbnails.among(businessId, postIds);
    }

    @Override
    public Optional<Thumbnail> thumbnail(long businessId, long postId) {
        return thumbnails.find(businessId, postId);
    }
}
