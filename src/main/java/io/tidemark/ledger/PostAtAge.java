package io.tidemark.ledger;

import io.tidemark.metric.MetricValues;

/// The counters of a post at a standard age: the row of `post_at_age`.
public record PostAtAge(long postId, int ageHours, MetricValues values) {}
