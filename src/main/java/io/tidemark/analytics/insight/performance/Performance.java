package io.tidemark.analytics.insight.performance;

import io.tidemark.analytics.insight.Evidence;
import io.tidemark.metric.Growing;
import org.jspecify.annotations.Nullable;

/// How a post does for its age, next to the posts of its account and content type. The evidence is about
/// the performance index: how many times of what is usual the post is expected to settle at.
///
/// @param metric what is counted
/// @param actual what the post had when it was read last; null where that is not known
/// @param ageHours its age then; null where it had settled, or nobody knows
/// @param settled whether it had
/// @param expected what such posts usually have at that age; null where nothing is usual yet
/// @param expectedRange where nine of ten of them lie
/// @param usual what they usually settle at
/// @param projected what the post is expected to settle at
/// @param projectedRange where that lies, by the level of the evidence
/// @param percentile the share of such posts that settle at less
public record Performance(
        Growing metric,
        @Nullable Double actual,
        @Nullable Double ageHours,
        boolean settled,
        @Nullable Double expected,
        double @Nullable [] expectedRange,
        @Nullable Double usual,
        @Nullable Double projected,
        double @Nullable [] projectedRange,
        @Nullable Double percentile,
        Evidence evidence) {}
