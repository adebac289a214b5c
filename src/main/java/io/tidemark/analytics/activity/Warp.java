package io.tidemark.analytics.activity;

import io.tidemark.metric.GrowthCurve;
import io.tidemark.metric.Platform;
import org.jspecify.annotations.Nullable;

/// Instants on the axis over which a post's counters are joined: the share of growth expected by then, or hours
/// where the post's birth is unknown.
///
/// @param birth microseconds since the epoch
record Warp(long birth, @Nullable GrowthCurve curve) {
    static Warp since(long birth, Platform platform) {
        return new Warp(birth, GrowthCurve.of(platform));
    }

    static Warp plain(long first) {
        return new Warp(first, null);
    }

    double place(long micros) {
        double hours = (micros - birth) / (double) LocalDays.MICROS_PER_HOUR;
        return curve == null ? hours : curve.fraction(hours);
    }
}
