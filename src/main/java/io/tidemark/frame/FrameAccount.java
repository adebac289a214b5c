package io.tidemark.frame;

import io.tidemark.metric.Platform;
import java.util.List;

/// An account of the frame; its ordinal is its place in [Frame#accounts].
///
/// @param groups names of the groups it stands in, such as a brand or a region
public record FrameAccount(long id, Platform platform, String handle, String name, boolean owned, List<String> groups) {
    public FrameAccount {
        groups = List.copyOf(groups);
    }

    /// An account in no group.
    public FrameAccount(long id, Platform platform, String handle, String name, boolean owned) {
        this(id, platform, handle, name, owned, List.of());
    }

    public boolean isIn(String group) {
        return groups.stream().anyMatch(name -> Names.same(name, group));
    }
}
