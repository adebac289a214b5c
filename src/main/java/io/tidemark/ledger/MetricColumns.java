package io.tidemark.ledger;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The metric columns of tables, in the order of the dictionary.
final class MetricColumns {
    /// The metrics that a post carries, each a column of the same name.
    static final List<Metric> OF_POSTS =
            Arrays.stream(Metric.values()).filter(Metric::ofPosts).toList();

    static final String LIST = OF_POSTS.stream().map(Metric::key).collect(Collectors.joining(", "));

    private MetricColumns() {}

    /// The same columns of a table's alias: `s.impressions, s.likes, …`.
    static String of(String alias) {
        return OF_POSTS.stream().map(m -> alias + "." + m.key()).collect(Collectors.joining(", "));
    }

    static String assignments() {
        return OF_POSTS.stream().map(m -> m.key() + " = excluded." + m.key()).collect(Collectors.joining(", "));
    }

    /// Reads the given metrics from consecutive columns; null stays missing.
    static MetricValues read(ResultSet row, int firstColumn, List<Metric> metrics) throws SQLException {
        MetricValues.Builder values = MetricValues.builder();
        for (int i = 0; i < metrics.size(); i++) {
            double value = row.getDouble(firstColumn + i);
            if (!row.wasNull()) {
                values.put(metrics.get(i), value);
            }
        }
        return values.build();
    }
}
