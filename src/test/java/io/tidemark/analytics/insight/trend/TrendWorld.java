package io.tidemark.analytics.insight.trend;

import java.util.Random;

/// Days of an account whose truth is known: a level that drifts, weekdays, neighbours that resemble one
/// another, and noise with heavier tails than normal (Student's t with six degrees of freedom). How
/// strong each is was chosen so that plain methods do as they do in the simulations of the
/// specification.
final class TrendWorld {
    static final double DRIFT = 0.012;
    static final double NOISE = 0.27;

    private static final double AUTOCORRELATION = 0.5;
    private static final double WEEKDAY = 0.25;
    private static final int FREEDOM = 6;
    private static final double MEDIAN_LEVEL = Math.log(400);
    private static final double LEVEL_SPREAD = 0.8;

    private final Random random;
    private final double drift;
    private final double noise;

    /// @param drift of the logarithm of the level, per day
    /// @param noise standard deviation of the logarithm of a day
    TrendWorld(Random random, double drift, double noise) {
        this.random = random;
        this.drift = drift;
        this.noise = noise;
    }

    /// The logarithms of the days, before they are rounded to counts.
    double[] logs(int days) {
        double[] weekdays = random.doubles(7, -1, 1)
                .map(effect -> WEEKDAY * Math.sqrt(3) * effect)
                .toArray();
        double level = MEDIAN_LEVEL + LEVEL_SPREAD * random.nextGaussian();
        double innovation = noise * Math.sqrt(1 - AUTOCORRELATION * AUTOCORRELATION);
        double rest = noise * student();
        double[] logs = new double[days];
        for (int day = 0; day < days; day++) {
            level += drift * random.nextGaussian();
            logs[day] = level + weekdays[day % 7] + rest;
            rest = AUTOCORRELATION * rest + innovation * student();
        }
        return logs;
    }

    static double[] counts(double[] logs) {
        double[] counts = new double[logs.length];
        for (int day = 0; day < logs.length; day++) {
            counts[day] = Math.rint(Math.exp(logs[day]));
        }
        return counts;
    }

    /// Of variance 1.
    double student() {
        double squares = 0;
        for (int i = 0; i < FREEDOM; i++) {
            double z = random.nextGaussian();
            squares += z * z;
        }
        double t = random.nextGaussian() / Math.sqrt(squares / FREEDOM);
        return t * Math.sqrt((FREEDOM - 2.0) / FREEDOM);
    }
}
