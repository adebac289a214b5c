package io.tidemark.derive;

import io.tidemark.analytics.PostState;
import io.tidemark.analytics.activity.PostActivity;
import io.tidemark.analytics.activity.PostCounters;
import io.tidemark.ledger.PostCurrent;
import io.tidemark.ledger.PostHistory;
import java.time.Instant;
import java.time.ZoneId;

/// From the history of a post to what summaries see of it.
final class PostStates {
    private PostStates() {}

    /// @param current the row made of the same history
    static PostState of(PostHistory history, PostCurrent current, ZoneId zone) {
        Instant publishedAt = current.version().publishedAt();
        Instant listing = history.firstListing();
        boolean knownFromStart = publishedAt != null && listing != null && publishedAt.isAfter(listing);
        PostCounters counters = new PostCounters(
                history.platform(), current.version().contentType(), publishedAt, knownFromStart, history.readings());
        return new PostState(
                history.accountId(),
                current.version().contentType(),
                publishedAt,
                current.values(),
                PostActivity.of(counters, zone));
    }
}
