package io.tidemark.collect.sync.polling;

import io.tidemark.metric.GrowthCurve;
import io.tidemark.metric.Platform;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// How a post is expected to grow, in closed form. All ages in hours, all results for a post that comes to one
/// engagement in the end.
///
/// @param growth its share of the settled total by age
public record Curve(GrowthCurve growth) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /// Below this share of the age the closed forms differ by so little that rounding shows.
    private static final double SHORT = 0.05;

    /// Points and weights between 0 and 1 of the Gauss-Legendre rule of the third order.
    private static final double[] POINTS = {0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)};

    private static final double[] WEIGHTS = {5.0 / 18, 8.0 / 18, 5.0 / 18};

    /// The shipped curve of a platform.
    public static Curve of(Platform platform) {
        return new Curve(GrowthCurve.of(platform));
    }

    /// The share of the settled total that is there at an age.
    public double fraction(double age) {
        return growth.fraction(age);
    }

    /// What comes in an hour at an age.
    public double rate(double age) {
        if (age <= 0) {
            return growth.tail() * 0.5 / growth.halfLifeHours();
        }
        double z = z(age);
        double rise = Math.exp(-z * z / 2) / (Math.sqrt(2 * Math.PI) * growth.sigma() * age);
        return (1 - growth.tail()) * rise
                + growth.tail() * 0.5 / growth.halfLifeHours() * Math.pow(1 + age / growth.halfLifeHours(), -1.5);
    }

    /// What is expected to have come between a reading and now.
    public double unseen(double readAge, double age) {
        return age <= readAge ? 0 : fraction(age) - fraction(readAge);
    }

    /// The same, each multiplied by the hours from the last reading until it came: what is gained by reading
    /// now instead of having to wait for as long once more. It grows with the time since the reading, first
    /// with its square.
    ///
    /// This is the Whittle index of a post whose cost does not fall with the age of what is known of it
    /// (Whittle 1988; Tripathi and Modiano 2019). [#unseen] alone is no order to read in: it leaves out for how
    /// long the change has been hidden.
    public double hidden(double readAge, double age) {
        double since = age - readAge;
        if (since <= 0) {
            return 0;
        }
        if (since < SHORT * readAge) {
            return summed(readAge, since);
        }
        double m = growth.halfLifeHours();
        double before = Math.sqrt(1 + readAge / m);
        double now = Math.sqrt(1 + age / m);
        double rise = partial(age) - partial(readAge) - readAge * (risen(age) - risen(readAge));
        double tail = 2 * m * (now - before) - since / now;
        return Math.max(0, (1 - growth.tail()) * rise + growth.tail() * tail);
    }

    private double summed(double readAge, double since) {
        double sum = 0;
        for (int i = 0; i < POINTS.length; i++) {
            double waited = since * POINTS[i];
            sum += WEIGHTS[i] * waited * rate(readAge + waited);
        }
        return since * sum;
    }

    /// Partial expectation of the age at which the rise comes.
    private double partial(double age) {
        double sigma = growth.sigma();
        return age <= 0
                ? 0
                : growth.halfLifeHours() * Math.exp(sigma * sigma / 2) * NORMAL.cumulativeProbability(z(age) - sigma);
    }

    private double risen(double age) {
        return age <= 0 ? 0 : NORMAL.cumulativeProbability(z(age));
    }

    private double z(double age) {
        return Math.log(age / growth.halfLifeHours()) / growth.sigma();
    }
}
