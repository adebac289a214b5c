package io.tidemark.collect.file.youtube;

import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.metric.Metric;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A column of numbers in a YouTube Studio export: a metric of the dictionary, or a native one that is kept as a
/// breakdown under a name of its own.
///
/// @param column canonical name
/// @param metric null where the dictionary has none: ratios, averages, net subscribers
/// @param key key of the metric, or the native name
/// @param adds whether the rows of a table add up to its total
record YouTubeMetric(String column, @Nullable Metric metric, String key, boolean adds) {
    private static final String WATCH_HOURS = "watch time (hours)";
    private static final double SECONDS_IN_HOUR = 3600;
    private static final String AVERAGE_DURATION = "average view duration";

    private static final Map<String, Metric> METRICS = Map.of(
            "views",
            Metric.VIDEO_VIEWS,
            WATCH_HOURS,
            Metric.WATCH_TIME_SECONDS,
            "impressions",
            Metric.IMPRESSIONS,
            "engaged views",
            Metric.ENGAGED_VIEWS,
            "likes",
            Metric.LIKES,
            "shares",
            Metric.SHARES,
            "comments added",
            Metric.COMMENTS,
            "subscribers gained",
            Metric.FOLLOWS);
    private static final Set<String> NATIVE_COUNTS =
            Set.of("subscribers", "subscribers lost", "post subscribers", "dislikes", "hypes", "hype points");
    private static final Set<String> NATIVE_OTHERS = Set.of(
            AVERAGE_DURATION,
            "average percentage viewed (%)",
            "stayed to watch (%)",
            "unique viewers",
            "average views per viewer",
            "new viewers",
            "returning viewers",
            "casual viewers",
            "regular viewers",
            "likes (vs dislikes) (%)",
            "impressions click-through rate (%)");
    /// Columns of money carry the currency: `Your estimated revenue (USD)`, `RPM (USD)`, `Receita estimada (BRL)`.
    private static final Pattern MONEY = Pattern.compile(".*\\b(revenue|rpm|cpm|receita|ingresos)\\b.*\\([a-z]{3}\\)");
    /// One name in all languages, of which no vocabulary can know every currency.
    private static final Pattern REVENUE =
            Pattern.compile("^(?:estimated revenue|receita estimada|ingresos estimados)(?= \\([a-z]{3}\\)$)");

    static boolean isKnown(String column) {
        return METRICS.containsKey(column)
                || NATIVE_COUNTS.contains(column)
                || NATIVE_OTHERS.contains(column)
                || MONEY.matcher(column).matches();
    }

    /// The columns of numbers: all that are neither the date, nor what the rows are about, nor its description.
    static List<YouTubeMetric> of(Header header) {
        String dimension = YouTubeNames.dimension(header).orElse("");
        return header.names().stream()
                .filter(name -> !name.isEmpty() && !name.equals("date") && !name.equals(dimension))
                .filter(name -> !YouTubeNames.isAttribute(name))
                .distinct()
                .map(YouTubeMetric::of)
                .toList();
    }

    private static YouTubeMetric of(String column) {
        Metric metric = METRICS.get(column);
        if (metric != null) {
            return new YouTubeMetric(column, metric, metric.key(), true);
        }
        String name = column.equals(AVERAGE_DURATION)
                ? column + " seconds"
                : REVENUE.matcher(column).replaceFirst("your estimated revenue");
        return new YouTubeMetric(column, null, "youtube." + YouTubeNames.slug(name), NATIVE_COUNTS.contains(column));
    }

    /// The value in the unit of the metric; empty where the cell is.
    OptionalDouble read(Line line) {
        if (column.equals(WATCH_HOURS)) {
            OptionalDouble hours = line.decimal(column);
            return hours.isEmpty() ? hours : OptionalDouble.of(hours.getAsDouble() * SECONDS_IN_HOUR);
        }
        if (column.equals(AVERAGE_DURATION)) {
            return line.seconds(column);
        }
        if (adds) {
            return line.count(column);
        }
        return isKnown(column) ? line.decimal(column) : ofUnknown(line);
    }

    /// A column that nobody here has seen may hold words: then it describes, and is no reason to reject the row.
    private OptionalDouble ofUnknown(Line line) {
        try {
            return line.decimal(column);
        } catch (BadValue _) {
            return OptionalDouble.empty();
        }
    }
}
