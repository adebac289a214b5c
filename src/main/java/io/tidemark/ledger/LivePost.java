package io.tidemark.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is needed to read a post again, and what its next reading is expected to bring.
///
/// @param externalId by which the platform's API is asked
/// @param kind what decides which metrics it has
/// @param alias under which its readings are handed over
/// @param seen tells whether a list says of it what it said before
/// @param total engagements at the last reading; null before it
/// @param alpha with `beta` the belief about its final engagements; null before the first reading
/// @param doubtedAt a reading that fell so far that another must confirm it; null where there is none
/// @param misses on how many different days the platform did not find it
/// @param missedOn the last of them
public record LivePost(
        String externalId,
        String kind,
        Alias alias,
        Instant publishedAt,
        Instant foundAt,
        String seen,
        @Nullable Instant readAt,
        @Nullable Double total,
        @Nullable Double alpha,
        @Nullable Double beta,
        @Nullable Instant doubtedAt,
        int misses,
        @Nullable LocalDate missedOn,
        @Nullable Instant goneAt) {
    /// The kind of posts that answer others, which are read only where somebody asks for an account's replies.
    public static final String REPLY = "reply";

    public static LivePost found(
            String externalId, String kind, Alias alias, Instant publishedAt, Instant now, String seen) {
        return new LivePost(
                externalId, kind, alias, publishedAt, now, seen, null, null, null, null, null, 0, null, null);
    }

    /// After a reading that told something, or nothing.
    public LivePost read(
            @Nullable Instant at,
            @Nullable Double total,
            @Nullable Double alpha,
            @Nullable Double beta,
            @Nullable Instant doubtedAt) {
        return new LivePost(
                externalId,
                kind,
                alias,
                publishedAt,
                foundAt,
                seen,
                at,
                total,
                alpha,
                beta,
                doubtedAt,
                misses,
                missedOn,
                goneAt);
    }

    /// It is there.
    public LivePost present() {
        return seen(kind, seen);
    }

    /// Not found on a day; several times on one day count once.
    public LivePost missed(LocalDate day) {
        int days = day.equals(missedOn) ? misses : misses + 1;
        return new LivePost(
                externalId,
                kind,
                alias,
                publishedAt,
                foundAt,
                seen,
                readAt,
                total,
                alpha,
                beta,
                doubtedAt,
                days,
                day,
                goneAt);
    }

    public LivePost gone(Instant at) {
        return new LivePost(
                externalId,
                kind,
                alias,
                publishedAt,
                foundAt,
                seen,
                readAt,
                total,
                alpha,
                beta,
                doubtedAt,
                misses,
                missedOn,
                at);
    }

    /// Seen in a list again, which may say something else of it now.
    public LivePost seen(String kindNow, String seenNow) {
        return new LivePost(
                externalId,
                kindNow,
                alias,
                publishedAt,
                foundAt,
                seenNow,
                readAt,
                total,
                alpha,
                beta,
                doubtedAt,
                0,
                null,
                null);
    }
}
