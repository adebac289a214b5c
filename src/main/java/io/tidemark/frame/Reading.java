package io.tidemark.frame;

import io.tidemark.metric.MetricValues;
import java.time.Instant;

/// One reading of cumulative counters. A history is a list of readings from the oldest to the newest; where two
/// sources spoke at the same instant, the one that prevails comes last.
///
/// @param imported whether an export file said it, rather than live collection
public record Reading(Instant observedAt, long sourceId, boolean imported, MetricValues values) {}
