package io.tidemark.serve.analytics;

import io.tidemark.ledger.Breakout;
import io.tidemark.ledger.PostRecord;
import io.tidemark.ledger.PostRecord.Left;
import io.tidemark.ledger.PostText;
import io.tidemark.ledger.Thumbnail;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Of no post anything is known, but which are found.
public final class FakePosts implements Posts {
    /// Those whose text has whatever words are searched for, in ascending order.
    public List<Long> containing = List.of();

    @Override
    public List<PostText> texts(long businessId, Collection<Long> postIds, @Nullable Instant asOf) {
        return List.of();
    }

    @Override
    public long[] containing(long businessId, String words, Instant from, Instant before, @Nullable Instant asOf) {
        return containing.stream().mapToLong(id -> id).toArray();
    }

    @Override
    public Map<Long, List<Left>> absences(long businessId, Collection<Long> accountIds, @Nullable Instant asOf) {
        return Map.of();
    }

    @Override
    public Optional<PostRecord> find(long businessId, long postId, @Nullable Instant asOf) {
        return Optional.empty();
    }

    @Override
    public List<Breakout> breakouts(long businessId, @Nullable Instant asOf) {
        return List.of();
    }

    @Override
    public Set<Long> pictured(long businessId, Collection<Long> postIds) {
        return Set.of();
    }

    @Override
    public Optional<Thumbnail> thumbnail(long businessId, long postId) {
        return Optional.empty();
    }
}
