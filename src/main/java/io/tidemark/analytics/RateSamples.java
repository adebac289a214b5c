package io.tidemark.analytics;

/// The units that a rate is computed from: posts, or days with everything that happened on one added up. An item counts
/// only if it reports both sides.
interface RateSamples {
    /// The units of some parts together in a stretch.
    RateSample of(int stretch, Scope scope);
}
