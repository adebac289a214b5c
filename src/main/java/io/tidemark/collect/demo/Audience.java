package io.tidemark.collect.demo;

/// The followers of an account.
///
/// @param start at the beginning of the demonstration
/// @param yearlyGrowth factor over a year
/// @param reach how often a usual post is shown, per follower
record Audience(int start, double yearlyGrowth, double reach) {}
