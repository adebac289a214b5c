package io.tidemark.ledger;

/// What an append stored.
public record Appended(
        long sourceId,
        long dataVersion,
        long postsNew,
        long postsKnown,
        long postSnapshots,
        long dailyFacts,
        long breakdownFacts,
        long accountSnapshots) {}
