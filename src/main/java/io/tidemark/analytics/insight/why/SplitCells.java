package io.tidemark.analytics.insight.why;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import java.util.Arrays;

/// The finest parts that posts are split into, an account and a content type each, and how these lie in each other.
///
/// @param accounts by cell, the ordinal of its account in the frame
/// @param platforms by cell, the ordinal of its platform
/// @param types by cell, the ordinal of its content type
record SplitCells(int[] accounts, int[] platforms, int[] types) {
    static final int PLATFORMS = Platform.values().length;
    static final int TYPES = ContentType.values().length;

    int count() {
        return accounts.length;
    }

    /// One more than the highest ordinal of an account.
    int accountCount() {
        return Arrays.stream(accounts).max().orElse(-1) + 1;
    }
}
