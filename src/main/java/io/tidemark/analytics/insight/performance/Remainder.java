package io.tidemark.analytics.insight.performance;

/// What a post of an age still has to come, on the scale of `ln(count + 1/2)`.
///
/// @param rise from the count at the age to the settled total, on average
/// @param variance between posts
public record Remainder(double rise, double variance) {
    /// Of a settled post.
    static final Remainder NONE = new Remainder(0, 1e-4);
}
