package io.tidemark.collect.connector;

import io.tidemark.ledger.AccountKey;
import io.tidemark.metric.MetricValues;
import java.util.List;

/// An account as it is now.
///
/// @param key with its present handle and name, which may have changed
/// @param levels followers and the like
/// @param parts how its audience is made up, where that was told
public record AccountReading(AccountKey key, MetricValues levels, List<Part> parts) {
    public AccountReading {
        parts = List.copyOf(parts);
    }

    /// A part of the audience: `("seniority", "urn:li:seniority:3", "followers", 120)`.
    public record Part(String dimension, String key, String metric, double value) {}
}
