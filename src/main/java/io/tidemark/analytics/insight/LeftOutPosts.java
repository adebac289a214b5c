package io.tidemark.analytics.insight;

/// Posts of the time looked at that are no part of a finding.
///
/// @param deleted those that the platform no longer shows
/// @param withoutValue those that do not report the metric
public record LeftOutPosts(int boosted, int stories, int replies, int deleted, int withoutValue) {}
