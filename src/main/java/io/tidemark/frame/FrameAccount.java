package io.tidemark.frame;

import io.tidemark.metric.Platform;

/// An account of the frame; its ordinal is its place in [Frame#accounts].
public record FrameAccount(long id, Platform platform, String handle, String name, boolean owned) {}
