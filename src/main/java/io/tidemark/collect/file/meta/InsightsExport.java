package io.tidemark.collect.file.meta;

import io.tidemark.collect.file.format.Accounts;
import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.RowCursor;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A recognised export of Page Insights: key metrics, joined by post with the sheet that counts reactions.
final class InsightsExport implements Export {
    private static final Map<String, Metric> STORIES =
            Map.of("like", Metric.REACTIONS, "comment", Metric.COMMENTS, "share", Metric.SHARES);

    private final ExportFormat format;
    private final List<Header> metrics;
    private final List<Header> stories;

    InsightsExport(ExportFormat format, List<Header> metrics, List<Header> stories) {
        this.format = format;
        this.metrics = metrics;
        this.stories = stories;
    }

    @Override
    public ExportFormat format() {
        return format;
    }

    /// The id of a post begins with that of its page.
    @Override
    public Accounts accounts() {
        return new Accounts.Each(Set.of(Platform.FACEBOOK));
    }

    @Override
    public Optional<Instant> stamp() {
        return Optional.empty();
    }

    @Override
    public Optional<Period> period() {
        return Optional.empty();
    }

    @Override
    public Set<String> parts() {
        return Stream.concat(metrics.stream(), stories.stream())
                .map(header -> header.part().name())
                .collect(Collectors.toSet());
    }

    @Override
    public void read(Reading reading) {
        Map<String, MetricValues> counted = new HashMap<>();
        stories.forEach(header -> collect(header, counted));
        Set<String> seen = new HashSet<>();
        metrics.forEach(header -> reading.each(header, new InsightsPosts(reading, header, counted, seen)));
        stories.forEach(header -> reading.each(header, line -> joined(line, seen)));
    }

    private static void collect(Header header, Map<String, MetricValues> counted) {
        try (RowCursor rows = header.part().open()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (row.number() > header.row()) {
                    Line line = new Line(header, row);
                    try {
                        counted.putIfAbsent(line.cell("post id").stripped(), counts(line));
                    } catch (BadValue _) {
                        // Rejected with its reason when the row is read.
                    }
                }
            }
        }
    }

    /// The sheet lists what was counted, so that an empty cell is a zero that Facebook means.
    private static MetricValues counts(Line line) {
        MetricValues.Builder values = MetricValues.builder();
        STORIES.forEach(
                (column, metric) -> values.put(metric, line.count(column).orElse(0)));
        return values.build();
    }

    private static Outcome joined(Line line, Set<String> seen) {
        String id = line.cell("post id").stripped();
        if (id.isEmpty()) {
            return Outcome.NOTE;
        }
        counts(line);
        if (!seen.contains(id)) {
            throw line.bad("post id", Reason.POST_NOT_IN_SHEET.said());
        }
        return Outcome.DUPLICATE;
    }
}
