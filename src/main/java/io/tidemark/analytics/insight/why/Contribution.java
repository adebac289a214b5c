package io.tidemark.analytics.insight.why;

/// What a single post made of a change, by being above or below what is typical of its account and content type.
///
/// @param row of the post in the frame
/// @param current whether it was published in the period, not in the one compared with
/// @param value what it had at the age of the comparison
/// @param typical what a post of its account and content type had on average over both periods; of a rate, what it
///     would have at the rate of both periods
/// @param contribution in the unit of the metric; a post above what is typical adds if it is of the period, and takes
///     away if it is of the one compared with
public record Contribution(int row, boolean current, double value, double typical, double contribution) {}
