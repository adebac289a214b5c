package io.tidemark.collect.connector;

import io.tidemark.metric.MetricValues;
import java.time.LocalDate;

/// The platform's own numbers of one of its days.
///
/// @param day its own label, in the zone of its series
public record DayReading(LocalDate day, MetricValues values) {}
