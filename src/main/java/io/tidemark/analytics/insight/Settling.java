package io.tidemark.analytics.insight;

import io.tidemark.metric.GrowthCurve;
import io.tidemark.metric.Platform;

/// What a count read at an age says about where it will settle: its logarithm plus what the platform's posts still gain
/// on average, and how uncertain that is. Posts are settled 30 days after publication, those of fast feeds after seven.
///
/// The variance is that of counting, 1 / (K + ½), and that of posts growing faster or slower than the shipped curve:
/// half-lives vary between posts by about 0.4 on the logarithm.
final class Settling {
    private static final double HALF = 0.5;
    private static final double HALF_LIFE_VARIANCE = 0.16;
    private static final double YOUNGEST_HOURS = 0.25;
    private static final double STEP = 1.01;

    private final GrowthCurve curve;
    private final double settledHours;
    private final double settledLog;

    Settling(Platform platform) {
        curve = GrowthCurve.of(platform);
        settledHours = switch (platform) {
            case X, THREADS, BLUESKY, MASTODON -> 168;
            case FACEBOOK, INSTAGRAM, TIKTOK, LINKEDIN, YOUTUBE, PINTEREST -> 720;
        };
        settledLog = Math.log(curve.fraction(settledHours));
    }

    boolean isSettled(double ageHours) {
        return ageHours >= settledHours;
    }

    /// The logarithm of the count at which a post settles, as its own reading has it.
    double expected(double count, double ageHours) {
        double now = Math.log(count + HALF);
        return isSettled(ageHours) ? now : now + settledLog - log(ageHours);
    }

    /// The variance of [#expected], 0 for a settled post.
    double variance(double count, double ageHours) {
        if (isSettled(ageHours)) {
            return 0;
        }
        double slope = (log(ageHours * STEP) - log(ageHours / STEP)) / (2 * Math.log(STEP));
        return slope * slope * HALF_LIFE_VARIANCE + 1 / (count + HALF);
    }

    private double log(double ageHours) {
        return Math.log(curve.fraction(Math.max(ageHours, YOUNGEST_HOURS)));
    }
}
