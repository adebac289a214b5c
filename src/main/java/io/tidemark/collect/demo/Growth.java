package io.tidemark.collect.demo;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// How a post's counters approach their settled total: a log-normal body with a long tail, as reading studies of
/// several platforms found (Pfeffer, Matter & Sargsyan 2023 for X; Szabo & Huberman 2010 for the log-linear law).
///
/// @param halfLifeHours age at which the body has reached half
/// @param sigma spread of the logarithm of the age
record Growth(double halfLifeHours, double sigma) {
    private static final double TAIL = 0.2;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /// The share of the settled total reached at an age, from 0 at publication towards 1.
    double reached(double hours) {
        if (hours <= 0) {
            return 0;
        }
        double age = hours / halfLifeHours;
        double body = NORMAL.cumulativeProbability(Math.log(age) / sigma);
        return (1 - TAIL) * body + TAIL * (1 - 1 / Math.sqrt(1 + age));
    }

    Growth slowedBy(double factor) {
        return new Growth(halfLifeHours * factor, sigma);
    }
}
