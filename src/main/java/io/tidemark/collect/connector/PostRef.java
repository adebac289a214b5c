package io.tidemark.collect.connector;

import java.time.Instant;

/// A post as the API names it.
///
/// @param externalId by which its numbers are asked for
/// @param kind what decides which metrics it has: `REELS`, `ugcPost/video`. Stable, since what was refused is
/// remembered
///     by it. That of a reply in a list on request is [io.tidemark.ledger.LivePost#REPLY]
/// @param told whether numbers of it may have been told before. Where a platform leaves out posts of which there is
///     nothing to count, only one of which nothing was told stands at zero
public record PostRef(String externalId, String kind, Instant publishedAt, boolean told) {
    public PostRef(String externalId, String kind, Instant publishedAt) {
        this(externalId, kind, publishedAt, true);
    }
}
