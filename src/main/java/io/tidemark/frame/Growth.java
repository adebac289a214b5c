package io.tidemark.frame;

/// How the posts of a frame grew, read when it is first asked for.
@FunctionalInterface
public interface Growth {
    /// Of posts whose growth nobody knows.
    Growth NONE = () -> PostGrowth.NONE;

    /// @throws OutdatedFrame where the business's data has moved on since the frame was loaded
    PostGrowth read();
}
