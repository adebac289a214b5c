package io.tidemark.analytics.insight.effect;

import io.tidemark.analytics.statistics.Mixture;

/// What is to be expected of an effect, on the logarithm, once it is seen among the others.
///
/// @param mean of what it may be, nothing included
/// @param wrongSign the probability that it is nothing or points the other way (local false sign rate)
/// @param size how large it is if there is one
record Shrunken(double mean, double wrongSign, Mixture size) {
    static final double LEVEL = 0.90;

    double low() {
        return size.quantile((1 - LEVEL) / 2);
    }

    double high() {
        return size.quantile((1 + LEVEL) / 2);
    }
}
