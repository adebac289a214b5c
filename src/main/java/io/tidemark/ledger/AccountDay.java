package io.tidemark.ledger;

import io.tidemark.metric.MetricValues;
import java.time.Instant;
import java.time.LocalDate;

/// What an account's platform said about one of its days, with the last follower count read in it.
///
/// @param observedAt the newest observation among the values
public record AccountDay(long accountId, LocalDate day, Instant observedAt, MetricValues values) {}
