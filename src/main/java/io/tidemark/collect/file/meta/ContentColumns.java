package io.tidemark.collect.file.meta;

import io.tidemark.collect.file.format.Tally;
import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Values;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/// The numbers of a content export: those that the dictionary has, and all others under Meta's own names.
final class ContentColumns {
    private static final Sentence TWICE = Sentence.of(
            "import_stated_twice", "{place} states {column} twice, as {first} and as {second}: the larger was taken.");
    private static final Sentence FALSE_ZERO = Sentence.of(
            "import_false_zero",
            "{place} states 0 for {metric} although people saw the post: it was taken as missing.");
    private static final Sentence WORDS = Sentence.of(
            "import_column_of_words",
            "The column \"{column}\" of \"{part}\" is not known and holds words (row {row}): these were not taken.");

    /// Columns of a metric; the first that is filled counts. `IMPRESSION:UNIQUE_USERS` is the internal name of reach,
    /// which slipped into files of 2024; views were called impressions until then.
    private static final Map<Metric, List<String>> METRICS = Map.ofEntries(
            Map.entry(Metric.IMPRESSIONS, List.of("views", "impressions")),
            Map.entry(Metric.REACH, List.of("reach", "impression:unique_users")),
            Map.entry(Metric.VIDEO_VIEWS_3S, List.of("3-second video views")),
            Map.entry(Metric.WATCH_TIME_SECONDS, List.of("seconds viewed")),
            Map.entry(Metric.LIKES, List.of("likes")),
            Map.entry(Metric.REACTIONS, List.of("reactions")),
            Map.entry(Metric.COMMENTS, List.of("comments", "replies")),
            Map.entry(Metric.SHARES, List.of("shares")),
            Map.entry(Metric.SAVES, List.of("saves")),
            Map.entry(Metric.CLICKS, List.of("total clicks")),
            Map.entry(Metric.LINK_CLICKS, List.of("link clicks")),
            Map.entry(Metric.PROFILE_VISITS, List.of("profile visits")),
            Map.entry(Metric.FOLLOWS, List.of("follows")));
    private static final Set<String> VIEWS = Set.of("views", "impressions");
    private static final Set<Metric> OF_VIDEOS = Set.of(Metric.VIDEO_VIEWS_3S, Metric.WATCH_TIME_SECONDS);
    /// What describes a post, and the sum of three columns beside it.
    private static final Set<String> OTHERS = Set.of(
            "",
            "post id",
            "video asset id",
            "universal video id",
            "page id",
            "page name",
            "account id",
            "account username",
            "account name",
            "title",
            "description",
            "duration (sec)",
            "publish time",
            "caption type",
            "permalink",
            "is crosspost",
            "is share",
            "post type",
            "languages",
            "custom labels",
            "funded content status",
            "data comment",
            "date",
            "reactions, comments and shares");

    private final Tally tally;
    private final List<String> natives;

    ContentColumns(Header header, Tally tally) {
        this.tally = tally;
        Set<String> metrics = METRICS.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        this.natives = header.names().stream()
                .distinct()
                .filter(name -> !OTHERS.contains(name) && !metrics.contains(name))
                .toList();
    }

    /// Names that are read each time they occur: two exports in three hold `Views` twice, and only one may be filled.
    static Set<String> readEveryTime() {
        return VIEWS;
    }

    /// The name under which the numbers of a column are kept.
    static String key(Platform platform, String column) {
        return METRICS.entrySet().stream()
                .filter(metric -> metric.getValue().contains(column))
                .map(metric -> metric.getKey().key())
                .findFirst()
                .orElse(platform.key() + "." + MetaNames.slug(column));
    }

    /// The metrics of a row. A post that is no video has no video views, although its cells say 0.
    MetricValues metrics(Line line, boolean video) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        METRICS.forEach((metric, columns) -> columns.stream()
                .map(column -> count(line, column, metric))
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .ifPresent(value -> values.put(metric, value.getAsDouble())));
        if (!video) {
            OF_VIDEOS.forEach(metric -> values.remove(metric, 0.0));
        }
        dropFalseZeros(line, values);
        return MetricValues.of(values);
    }

    private OptionalDouble count(Line line, String column, Metric metric) {
        OptionalDouble first = metric == Metric.WATCH_TIME_SECONDS ? line.decimal(column) : line.count(column);
        Integer again = line.header().column(column, 1);
        if (metric != Metric.IMPRESSIONS || again == null) {
            return first;
        }
        OptionalDouble second =
                Values.number(line.row().cell(again), line.header().part().numberStyle());
        if (first.isEmpty() || second.isEmpty()) {
            return first.isPresent() ? first : second;
        }
        if (first.getAsDouble() != second.getAsDouble()) {
            tally.warn(
                    "twice " + line.header().part().name() + column,
                    TWICE.said(Map.of(
                            "place",
                            line.place(),
                            "column",
                            Value.name(line.header().written(column)),
                            "first",
                            Value.name(Double.toString(first.getAsDouble())),
                            "second",
                            Value.name(Double.toString(second.getAsDouble())))));
        }
        return OptionalDouble.of(Math.max(first.getAsDouble(), second.getAsDouble()));
    }

    /// Whole files state 0 views for posts that reached thousands, and other files of the same posts do not: such a 0
    /// says that Meta had no number.
    private void dropFalseZeros(Line line, Map<Metric, Double> values) {
        for (Metric metric : List.of(Metric.IMPRESSIONS, Metric.REACH)) {
            boolean seen =
                    values.entrySet().stream().anyMatch(other -> other.getKey() != metric && other.getValue() > 0);
            if (seen && values.remove(metric, 0.0)) {
                tally.warn(
                        "false zero " + line.header().part().name() + metric,
                        FALSE_ZERO.said(Map.of("place", line.place(), "metric", Value.name(metric.key()))));
            }
        }
    }

    /// All other numbers of a row, by the name of their column. A column of words is none, which is said once.
    Map<String, Double> natives(Line line) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String column : natives) {
            try {
                line.decimal(column).ifPresent(value -> values.put(column, value));
            } catch (BadValue _) {
                tally.warn(
                        "words " + line.header().part().name() + column,
                        WORDS.said(Map.of(
                                "column",
                                Value.name(line.header().written(column)),
                                "part",
                                Value.name(line.header().part().name()),
                                "row",
                                Value.name(Long.toString(line.number())))));
            }
        }
        return values;
    }
}
