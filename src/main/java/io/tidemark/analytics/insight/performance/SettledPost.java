package io.tidemark.analytics.insight.performance;

import org.jspecify.annotations.Nullable;

/// A post from whose growth is learned.
///
/// @param total what it settled at
/// @param counts at the knots of its platform, `NaN` where not known; null where nothing is known before
///     it settled
public record SettledPost(double total, float @Nullable [] counts) {}
