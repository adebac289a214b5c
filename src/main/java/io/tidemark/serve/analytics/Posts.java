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

/// What is known of single posts beyond the columns of a frame.
public interface Posts {
    /// The texts of some posts; one of which nothing counts is left out.
    ///
    /// @param asOf null for the present
    List<PostText> texts(long businessId, Collection<Long> postIds, @Nullable Instant asOf);

    /// The posts published from an instant to before another whose text contains some words, whatever the case of
    /// letters; ids in ascending order.
    ///
    /// @param asOf null for the present
    long[] containing(long businessId, String words, Instant from, Instant before, @Nullable Instant asOf);

    /// Why metrics of the posts of some accounts were left out, by account; one without any is missing.
    ///
    /// @param asOf null for the present
    Map<Long, List<Left>> absences(long businessId, Collection<Long> accountIds, @Nullable Instant asOf);

    /// All that counts of one post; empty where there is no such post, or nothing of it counts.
    ///
    /// @param asOf null for the present
    Optional<PostRecord> find(long businessId, long postId, @Nullable Instant asOf);

    /// What was said of posts that break out, the newest first.
    ///
    /// @param asOf null for the present
    List<Breakout> breakouts(long businessId, @Nullable Instant asOf);

    /// Those of some posts of which there is a small picture.
    Set<Long> pictured(long businessId, Collection<Long> postIds);

    Optional<Thumbnail> thumbnail(long businessId, long postId);
}
