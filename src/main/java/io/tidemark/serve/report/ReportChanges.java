package io.tidemark.serve.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the answers of a closed report would say differently today.
///
/// @param answers those that differ, by the names under which a report keeps them
record ReportChanges(Map<String, List<Change>> answers) {
    /// Members that hold figures.
    private static final List<String> FIGURES = List.of("value", "score");

    /// By what the members of lists are told apart, the first that they have.
    private static final List<String> NAMES = List.of("id", "date", "platform", "content_type", "account", "weekday");

    /// Evidence is about a figure, and figures of the period compared with are the same change told twice.
    private static final List<String> ASIDE = List.of("evidence", "previous", "compared");

    /// @param figure where it stands in the answer, such as `metrics.likes`
    /// @param before as the report keeps it; null for none
    /// @param now as it would be today; null for none
    record Change(
            String figure,
            @Nullable Double before,
            @Nullable Double now) {}

    static ReportChanges between(Map<String, JsonNode> kept, Map<String, JsonNode> current) {
        Map<String, List<Change>> answers = new TreeMap<>();
        kept.forEach((name, answer) -> {
            JsonNode now = current.get(name);
            List<Change> changes = now == null ? List.of() : changes(figures(answer), figures(now));
            if (!changes.isEmpty()) {
                answers.put(name, changes);
            }
        });
        return new ReportChanges(answers);
    }

    private static List<Change> changes(Map<String, Double> kept, Map<String, Double> current) {
        return Stream.concat(kept.keySet().stream(), current.keySet().stream())
                .distinct()
                .map(figure -> new Change(figure, kept.get(figure), current.get(figure)))
                .filter(change -> !Objects.equals(change.before(), change.now()))
                .toList();
    }

    /// By where they stand.
    private static Map<String, Double> figures(JsonNode answer) {
        Map<String, Double> figures = new LinkedHashMap<>();
        gather(answer, new ArrayList<>(), figures);
        return figures;
    }

    private static void gather(JsonNode node, List<String> path, Map<String, Double> figures) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                descend(node.get(i), name(node.get(i), i), path, figures);
            }
        } else {
            node.properties().forEach(member -> {
                JsonNode value = member.getValue();
                if (FIGURES.contains(member.getKey()) && value.isNumber()) {
                    figures.put(String.join(".", path), value.doubleValue());
                } else if (value.isContainer() && !ASIDE.contains(member.getKey())) {
                    descend(value, member.getKey(), path, figures);
                }
            });
        }
    }

    private static void descend(JsonNode node, String name, List<String> path, Map<String, Double> figures) {
        path.add(name);
        gather(node, path, figures);
        path.removeLast();
    }

    private static String name(JsonNode item, int place) {
        for (String name : NAMES) {
            JsonNode value = item.get(name);
            if (value != null && !value.isNull()) {
                return value.isObject() ? String.valueOf(value.get("id")) : value.asString();
            }
        }
        return Integer.toString(place);
    }
}
