package io.tidemark.frame;

import io.tidemark.metric.StandardAge;
import org.jspecify.annotations.Nullable;

/// The posts of a frame with the values that they had at a standard age, read when they are first asked for.
@FunctionalInterface
public interface Ages {
    /// A frame whose posts' values are known at no age.
    Ages NONE = age -> null;

    /// @return null where values at ages are not known
    /// @throws OutdatedFrame where the business's data has moved on since the frame was loaded
    @Nullable
    AgedPosts at(StandardAge age);
}
