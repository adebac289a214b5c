package io.tidemark.metric;

import java.util.List;

/// The metrics that an engagement of one kind of item adds up, and which of them must be there.
public final class EngagementTerms {
    private final Metric[] metrics;
    private final boolean[] required;
    private final boolean expected;

    EngagementTerms(List<Metric> metrics, List<Metric> required, boolean expected) {
        this.expected = expected;
        this.metrics = metrics.toArray(Metric[]::new);
        this.required = new boolean[this.metrics.length];
        for (int i = 0; i < this.required.length; i++) {
            this.required[i] = required.contains(this.metrics[i]);
        }
    }

    public List<Metric> metrics() {
        return List.of(metrics);
    }

    /// Whether an engagement is unknown where this metric is missing.
    public boolean requires(Metric metric) {
        int index = metrics().indexOf(metric);
        return index >= 0 && required[index];
    }

    /// Whether items of this kind should have an engagement, so that a missing one is a gap.
    public boolean expected() {
        return expected;
    }

    /// The engagement of a row, or `NaN`: where a required term is missing, or none is reported. Allocates nothing.
    public double sumOrNaN(MetricRows rows, int row) {
        double sum = 0;
        boolean reported = false;
        for (int i = 0; i < metrics.length; i++) {
            double value = rows.value(row, metrics[i]);
            if (!Double.isNaN(value)) {
                sum += value;
                reported = true;
            } else if (required[i]) {
                return Double.NaN;
            }
        }
        return reported ? sum : Double.NaN;
    }
}
