package io.tidemark.collect.file.x;

import io.tidemark.collect.file.table.Line;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The numbers of a row, of a post or of a day.
final class XNumbers {
    private static final String PROMOTED = "promoted ";
    private static final Map<String, Metric> METRICS = new TreeMap<>(Map.ofEntries(
            Map.entry("impressions", Metric.IMPRESSIONS),
            Map.entry("promoted impressions", Metric.IMPRESSIONS_PAID),
            Map.entry("video views", Metric.VIDEO_VIEWS),
            Map.entry("likes", Metric.LIKES),
            Map.entry("replies", Metric.COMMENTS),
            Map.entry("shares", Metric.SHARES),
            Map.entry("reposts", Metric.REPOSTS),
            Map.entry("bookmarks", Metric.SAVES),
            Map.entry("url clicks", Metric.LINK_CLICKS),
            Map.entry("profile visits", Metric.PROFILE_VISITS),
            Map.entry("new follows", Metric.FOLLOWS),
            Map.entry("engagements", Metric.NATIVE_ENGAGEMENTS)));
    private static final Set<String> NATIVES = Set.of(
            "detail expands",
            "hashtag clicks",
            "permalink clicks",
            "app opens",
            "app installs",
            "email tweet",
            "dial phone",
            "media views",
            "media engagements",
            "unfollows",
            "create post");

    private XNumbers() {}

    static boolean isKnown(String column) {
        String whole = column.startsWith(PROMOTED) ? column.substring(PROMOTED.length()) : column;
        return METRICS.containsKey(whole) || NATIVES.contains(whole) || XNames.isAttribute(whole);
    }

    /// What the dictionary has, columns of zeros that nobody counted left out.
    static MetricValues values(Line line, Set<String> uncounted) {
        MetricValues.Builder values = MetricValues.builder();
        METRICS.forEach((column, metric) -> {
            if (!uncounted.contains(column)) {
                line.count(column).ifPresent(value -> values.put(metric, value));
            }
        });
        return values.build();
    }

    /// What only X has, by native name.
    static Map<String, Double> natives(Line line, Set<String> uncounted) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String column : line.header().names()) {
            if (NATIVES.contains(column) && !uncounted.contains(column)) {
                line.count(column).ifPresent(value -> values.put(key(column), value));
            }
        }
        return values;
    }

    /// The promoted parts, by the name of the whole; impressions are left out, whose paid part is a metric of its own.
    static Map<String, Double> promoted(Line line) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String column : line.header().names()) {
            if (column.startsWith(PROMOTED)
                    && isKnown(column)
                    && !METRICS.containsKey(column)
                    && !XNames.isAttribute(column)) {
                String whole = column.substring(PROMOTED.length());
                line.count(column).ifPresent(value -> values.put(key(whole), value));
            }
        }
        return values;
    }

    private static String key(String column) {
        Metric metric = METRICS.get(column);
        return metric != null ? metric.key() : "x." + column.replace(' ', '_');
    }
}
