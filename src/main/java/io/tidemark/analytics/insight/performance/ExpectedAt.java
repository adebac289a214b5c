package io.tidemark.analytics.insight.performance;

/// What posts of a kind usually have at an age.
///
/// @param ageHours since publication
/// @param expected half of such posts have more
/// @param expectedRange in which nine of ten of them lie
public record ExpectedAt(double ageHours, double expected, double[] expectedRange) {}
