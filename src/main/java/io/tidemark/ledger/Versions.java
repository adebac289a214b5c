package io.tidemark.ledger;

/// What an answer depends on.
///
/// @param data moves when an answer can change
/// @param freshness moves with every sync, also one that changed nothing
public record Versions(long data, long freshness) {}
