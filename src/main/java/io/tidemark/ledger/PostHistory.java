package io.tidemark.ledger;

import io.tidemark.frame.Reading;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is known of a post, oldest first; where two sources spoke at one instant, the one that prevails comes last
/// (sync over file, then the greater content hash), so that the order of arrival never matters.
///
/// @param firstListing when all posts of its account were listed for the first time; null where they never were
public record PostHistory(
        long postId,
        long accountId,
        Platform platform,
        @Nullable Instant firstListing,
        List<PostVersion> versions,
        List<Reading> readings) {}
