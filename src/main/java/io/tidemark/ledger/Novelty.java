package io.tidemark.ledger;

/// What a source would add to what is known.
///
/// @param postsChanged known posts of which a counter differs from its present value
/// @param daysNew daily values that were never told before
/// @param daysChanged daily values that revise what was told
/// @param daysSame daily values that repeat what is known
public record Novelty(long postsChanged, long daysNew, long daysChanged, long daysSame) {}
