package io.tidemark.derive;

import io.tidemark.analytics.PostState;
import io.tidemark.analytics.activity.CurrentValues;
import io.tidemark.analytics.activity.PostActivity;
import io.tidemark.analytics.activity.PostCounters;
import io.tidemark.ledger.PostHistory;
import io.tidemark.ledger.PostVersion;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// What follows from the history of a post: all that is derived of it starts here.
///
/// @param version what is known of the post itself
record PostStanding(PostHistory history, PostVersion version, CurrentValues current) {
    /// Empty when nothing of the post counts any more.
    static Optional<PostStanding> of(PostHistory history) {
        return history.versions().stream()
                .reduce(PostVersion::then)
                .map(version -> new PostStanding(history, version, CurrentValues.of(history.readings())));
    }

    /// As summaries see it.
    PostState state(ZoneId zone) {
        return new PostState(
                history.accountId(), version.contentType(), version.publishedAt(), current.values(), activity(zone));
    }

    PostActivity activity(ZoneId zone) {
        Instant publishedAt = version.publishedAt();
        Instant listing = history.firstListing();
        boolean knownFromStart = publishedAt != null && listing != null && publishedAt.isAfter(listing);
        return PostActivity.of(
                new PostCounters(
                        history.platform(), version.contentType(), publishedAt, knownFromStart, history.readings()),
                zone);
    }
}
