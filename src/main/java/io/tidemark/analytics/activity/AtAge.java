package io.tidemark.analytics.activity;

import io.tidemark.metric.MetricValues;
import io.tidemark.metric.StandardAge;

/// A post's counters as they stood at an age, by metric that was read before and after it.
public record AtAge(StandardAge age, MetricValues values) {}
