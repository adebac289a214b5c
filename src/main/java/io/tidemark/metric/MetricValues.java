package io.tidemark.metric;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// Immutable values of some metrics. A metric that was not reported is absent, which is not zero.
public final class MetricValues {
    private static final Metric[] METRICS = Metric.values();

    public static final MetricValues NONE = builder().build();

    private final double[] values;
    private final int present;

    private MetricValues(double[] values, int present) {
        this.values = values;
        this.present = present;
    }

    public static MetricValues of(Map<Metric, Double> values) {
        Builder builder = builder();
        values.forEach(builder::put);
        return builder.build();
    }

    public static Builder builder() {
        return new Builder();
    }

    public OptionalDouble find(Metric metric) {
        double value = values[metric.ordinal()];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    public boolean has(Metric metric) {
        return isIn(metric, present);
    }

    /// The metrics that are there, as bits that go together quickly with those of others: [#isIn].
    public int presentBits() {
        return present;
    }

    /// Whether a metric is among some bits.
    public static boolean isIn(Metric metric, int bits) {
        return (bits & bit(metric)) != 0;
    }

    private static int bit(Metric metric) {
        return 1 << metric.ordinal();
    }

    /// The value, or `NaN` where it is missing: for columns of a frame.
    public double orNaN(Metric metric) {
        return values[metric.ordinal()];
    }

    public Set<Metric> present() {
        Set<Metric> found = EnumSet.noneOf(Metric.class);
        for (Metric metric : METRICS) {
            if (has(metric)) {
                found.add(metric);
            }
        }
        return found;
    }

    public boolean isEmpty() {
        return present == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MetricValues that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (Metric metric : present()) {
            text.append(text.length() > 1 ? ", " : "")
                    .append(metric.key())
                    .append('=')
                    .append(orNaN(metric));
        }
        return text.append('}').toString();
    }

    private static double[] missing() {
        double[] values = new double[METRICS.length];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /// Collects values; a metric that is never put stays missing.
    public static final class Builder {
        private double[] values = missing();
        private int present;
        /// Whether the values belong to what was built last.
        private boolean built;

        private Builder() {}

        public Builder put(Metric metric, double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(metric.key() + " is not a number: " + value);
            }
            if (built) {
                values = values.clone();
                built = false;
            }
            values[metric.ordinal()] = value;
            present |= bit(metric);
            return this;
        }

        public MetricValues build() {
            built = true;
            return new MetricValues(values, present);
        }
    }
}
