package io.tidemark.collect.connector;

import java.time.Instant;

/// A post as the API names it.
///
/// @param externalId by which its numbers are asked for
/// @param kind what decides which metrics it has: `REELS`, `ugcPost/video`. Stable, since what was refused is
/// remembered
///     by it
public record PostRef(String externalId, String kind, Instant publishedAt) {}
