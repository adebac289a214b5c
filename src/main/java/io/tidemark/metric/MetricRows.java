package io.tidemark.metric;

/// Rows of metric values without boxing, such as a frame: `frame::value`.
@FunctionalInterface
public interface MetricRows {
    /// The value, or `NaN` where it is missing.
    double value(int row, Metric metric);
}
