package io.tidemark.analytics.post;

/// Where a value stands among those of the posts of the same account and content type, whenever they were published
/// ([io.tidemark.metric.Definitions#PERCENTILE_RANK]).
///
/// @param rank the share of the other posts that lie below, ties counted half: 1 for the best, 0 for the last
/// @param posts how many posts have the value, the post itself among them
public record Percentile(double rank, int posts) {}
