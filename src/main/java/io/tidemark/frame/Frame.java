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
/// @param firstCollectedAt when the first source was recorded, be it after `asOf`; null when there is none
/// @param lastCollectedAt when the newest source was recorded; null when there is none
/// @param days what platforms said about the days of whole accounts
/// @param activity what happened on posts by day, account and type; never added to what platforms said
/// @param postDays the same of some posts
/// @param wordings what the texts of some posts are like
/// @param restatements what platforms changed after it was settled
public record Frame(
        long businessId,
        long dataVersion,
        ZoneId zone,
        DayOfWeek weekStart,
        @Nullable Instant asOf,
        @Nullable Instant firstCollectedAt,
        @Nullable Instant lastCollectedAt,
        List<FrameAccount> accounts,
        PostFrame posts,
        DayFrame days,
        Labels labels,
        ActivityFrame activity,
        Ages ages,
        Growth growth,
        PostDays postDays,
        Wordings wordings,
        Restatements restatements) {
    public Frame {
        accounts = List.copyOf(accounts);
        posts = posts.measured(accounts);
        days = days.measured(accounts);
        activity = activity.measured(accounts);
    }

    /// A frame of posts of which only current values are known, all collected at once.
    public Frame(
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
        this(
                businessId,
                dataVersion,
                zone,
                weekStart,
                asOf,
                lastCollectedAt,
                lastCollectedAt,
                accounts,
                posts,
                days,
                labels,
                ActivityFrame.NONE,
                Ages.NONE,
                Growth.NONE,
                PostDays.none(posts, accounts),
                Wordings.none(posts),
                Restatements.NONE);
    }

    /// The same without labels.
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
        return posts.bytes() + days.bytes() + labels.bytes() + activity.bytes() + restatements.bytes();
    }
}
