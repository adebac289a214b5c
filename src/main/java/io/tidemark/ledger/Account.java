package io.tidemark.ledger;

import io.tidemark.metric.Platform;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An account of a business as lists show it.
///
/// @param firstDay first day on which it has a post or a daily fact; null when it has neither
/// @param groups names of the groups it stands in, such as a brand or a region
/// @param zone of its own, in which hours of its posts are counted; null for that of the business
public record Account(
        long id,
        Platform platform,
        String handle,
        String name,
        boolean owned,
        long posts,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        List<String> groups,
        @Nullable ZoneId zone) {
    public Account {
        groups = List.copyOf(groups);
    }

    /// An account in no group and without a zone of its own.
    public Account(
            long id,
            Platform platform,
            String handle,
            String name,
            boolean owned,
            long posts,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay) {
        this(id, platform, handle, name, owned, posts, firstDay, lastDay, List.of(), null);
    }
}
