package io.tidemark.ledger;

import org.jspecify.annotations.Nullable;

/// A post's history as it is, and as it was before the source that has just been appended or taken back.
///
/// @param before null where nothing was known, or where everything is computed from nothing
public record PostChange(@Nullable PostHistory before, PostHistory after) {}
