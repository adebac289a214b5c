package io.tidemark.frame;

import io.tidemark.metric.Platform;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An account of the frame; its ordinal is its place in [Frame#accounts].
///
/// @param groups names of the groups it stands in, such as a brand or a region
/// @param zone of its own, in which hours of its posts are counted; null for that of the business
public record FrameAccount(
        long id,
        Platform platform,
        String handle,
        String name,
        boolean owned,
        List<String> groups,
        @Nullable ZoneId zone) {
    public FrameAccount {
        groups = List.copyOf(groups);
    }

    /// An account in no group and without a zone of its own.
    public FrameAccount(long id, Platform platform, String handle, String name, boolean owned) {
        this(id, platform, handle, name, owned, List.of(), null);
    }

    public boolean isIn(String group) {
        return groups.stream().anyMatch(name -> Names.same(name, group));
    }
}
