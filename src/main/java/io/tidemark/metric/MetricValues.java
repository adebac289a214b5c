package io.tidemark.metric;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// Immutable values of some metrics. A metric that was not reported is absent, which is not zero.
public final class MetricValues {
    public static final MetricValues NONE = new MetricValues(missing());

    private final double[] values;

    private MetricValues(double[] values) {
        this.values = values;
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
        return !Double.isNaN(values[metric.ordinal()]);
    }

    /// The value, or `NaN` where it is missing: for columns of a frame.
    public double orNaN(Metric metric) {
        return values[metric.ordinal()];
    }

    public Set<Metric> present() {
        Set<Metric> present = EnumSet.noneOf(Metric.class);
        for (Metric metric : Metric.values()) {
            if (has(metric)) {
                present.add(metric);
            }
        }
        return present;
    }

    public boolean isEmpty() {
        return present().isEmpty();
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
        double[] values = new double[Metric.values().length];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /// Collects values; a metric that is never put stays missing.
    public static final class Builder {
        private double[] values = missing();
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
            return this;
        }

        public MetricValues build() {
            built = true;
            return new MetricValues(values);
        }
    }
}
