package io.tidemark.analytics.post;

/// Where a value stands among those of the posts of the same account and content type, whenever they were published.
///
/// @param rank the share of posts with a smaller value, those with the same value counted by half; from 0 to 1
/// @param posts how many posts have the value, the post itself among them
public record Percentile(double rank, int posts) {}
