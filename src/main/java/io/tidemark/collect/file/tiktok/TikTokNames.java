package io.tidemark.collect.file.tiktok;

import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Vocabulary;
import java.util.List;
import java.util.Set;

/// The words of TikTok's exports. The headers are English in every language of the interface.
final class TikTokNames {
    static final Vocabulary VOCABULARY = new Vocabulary()
            .with("video views", "Total views")
            .with("likes", "Total likes")
            .with("comments", "Total comments")
            .with("shares", "Total shares")
            .with("followers", "Total followers")
            .with("net growth", "Difference in followers from previous day");

    /// Columns that tell a table of days, any of these groups.
    private static final List<Set<String>> DAYS = List.of(
            Set.of("video views", "profile views"),
            Set.of("video views", "reached audience"),
            Set.of("total viewers", "returning viewers"),
            Set.of("followers", "net growth"),
            Set.of("followers", "engaged audience"));
    private static final Set<String> VIDEOS = Set.of("video link", "post time", "video views");
    private static final Set<String> HOURS = Set.of("date", "hour", "active followers");

    private TikTokNames() {}

    /// The kinds of table in an export.
    enum Table {
        DAYS,
        VIDEOS,
        /// Followers who were there, by day and hour.
        HOURS,
        /// How followers are distributed over genders or territories.
        SHARES,
        UNKNOWN
    }

    static Table table(Header header) {
        if (header.hasAll(VIDEOS)) {
            return Table.VIDEOS;
        }
        if (header.hasAll(HOURS)) {
            return Table.HOURS;
        }
        if (header.has("distribution") && (header.has("gender") || header.has("top territories"))) {
            return Table.SHARES;
        }
        return header.has("date") && DAYS.stream().anyMatch(header::hasAll) ? Table.DAYS : Table.UNKNOWN;
    }
}
