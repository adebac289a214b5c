package io.tidemark.serve.analytics;

import io.tidemark.frame.Frame;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Businesses as columns, kept while they are asked for.
@FunctionalInterface
public interface Frames {
    /// @param asOf null for the present
    Frame frame(long businessId, @Nullable Instant asOf);
}
