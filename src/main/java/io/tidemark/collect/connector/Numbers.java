package io.tidemark.collect.connector;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/// Numbers in answers, as leniently as they are written: also as text, beyond 2^53, negative. What is no number is
/// missing, never zero.
public final class Numbers {
    private Numbers() {}

    /// @param node also a missing node
    public static OptionalDouble read(JsonNode node) {
        if (node.isNumber()) {
            return finite(node.doubleValue());
        }
        if (node.isString()) {
            try {
                return finite(Double.parseDouble(node.stringValue().strip()));
            } catch (NumberFormatException noNumber) {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.empty();
    }

    /// Puts the number where there is one.
    public static void put(MetricValues.Builder values, Metric metric, JsonNode node) {
        read(node).ifPresent(value -> values.put(metric, value));
    }

    /// An id, also one that was sent as a number; empty text where there is none.
    public static String id(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        return node.isIntegralNumber() ? node.bigIntegerValue().toString() : "";
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
