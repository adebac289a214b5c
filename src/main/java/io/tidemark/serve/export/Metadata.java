package io.tidemark.serve.export;

import io.tidemark.ledger.ExportColumn;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Definition;
import io.tidemark.metric.Definitions;
import io.tidemark.metric.Delivery;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Kind;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Provision;
import io.tidemark.metric.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is needed to understand exported numbers without this program: columns, metrics, what each platform provides,
/// and definitions.
final class Metadata {
    private Metadata() {}

    record MetricLine(String metric, String title, Kind kind, String unit, boolean adds) {}

    record ProvisionLine(
            Platform platform,
            Subject subject,
            Metric metric,
            Delivery delivery,
            List<String> nativeFields,
            String condition,
            List<ContentType> only,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    record ColumnLine(String dataset, String column, ExportColumn.Kind kind, String meaning) {}

    static Map<String, Object> of(About about) {
        Map<String, Object> members = new LinkedHashMap<>(about.members());
        members.put("columns", columns());
        members.put(
                "metrics",
                Arrays.stream(Metric.values())
                        .map(m -> new MetricLine(
                                m.key(), m.title(), m.kind(), m.unit(), m.kind().adds()))
                        .toList());
        members.put("provided", provided());
        members.put("definitions", List.<Definition>copyOf(Definitions.all()));
        members.put("complete", true);
        return members;
    }

    private static List<ColumnLine> columns() {
        List<ColumnLine> lines = new ArrayList<>();
        for (Dataset dataset : Dataset.values()) {
            dataset.columns()
                    .forEach(column ->
                            lines.add(new ColumnLine(dataset.key(), column.name(), column.kind(), column.meaning())));
        }
        return lines;
    }

    private static List<ProvisionLine> provided() {
        List<ProvisionLine> lines = new ArrayList<>();
        for (Platform platform : Platform.values()) {
            for (Subject subject : Subject.values()) {
                Dictionary.provisions(platform, subject).forEach(provision -> lines.add(line(provision)));
            }
        }
        return lines;
    }

    private static ProvisionLine line(Provision p) {
        return new ProvisionLine(
                p.platform(),
                p.subject(),
                p.metric(),
                p.delivery(),
                p.nativeFields(),
                p.condition(),
                p.only().stream().sorted().toList(),
                p.since(),
                p.until());
    }
}
