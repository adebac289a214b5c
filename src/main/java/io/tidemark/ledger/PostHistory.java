package io.tidemark.ledger;

import io.tidemark.frame.Reading;
import io.tidemark.metric.Platform;
import java.util.List;

/// All that is known of a post, oldest first; where two sources spoke at one instant, the one that prevails comes last
/// (sync over file, then the greater content hash), so that the order of arrival never matters.
public record PostHistory(
        long postId, long accountId, Platform platform, List<PostVersion> versions, List<Reading> readings) {}
