package io.tidemark.frame;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One business at one version of its data (or as of an instant), immutable.
///
/// @param zone the business's zone, in which posts are assigned to days
/// @param asOf null for the present
/// @param lastCollectedAt when the newest source was recorded; null when there is none
public record Frame(
        long businessId,
        long dataVersion,
        ZoneId zone,
        DayOfWeek weekStart,
        @Nullable Instant asOf,
        @Nullable Instant lastCollectedAt,
        List<FrameAccount> accounts,
        PostFrame posts,
        DayFrame days,
        Labels labels) {
    public Frame {
        accounts = List.copyOf(accounts);
    }

    /// A frame without labels.
    public Frame(
            long businessId,
            long dataVersion,
            ZoneId zone,
            DayOfWeek weekStart,
            @Nullable Instant asOf,
            @Nullable Instant lastCollectedAt,
            List<FrameAccount> accounts,
            PostFrame posts,
            DayFrame days) {
        this(businessId, dataVersion, zone, weekStart, asOf, lastCollectedAt, accounts, posts, days, Labels.NONE);
    }

    /// Bytes held by the columns.
    public long bytes() {
        return posts.bytes() + days.bytes() + labels.bytes();
    }
}
