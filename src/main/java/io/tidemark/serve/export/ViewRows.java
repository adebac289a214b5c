package io.tidemark.serve.export;

import io.tidemark.ledger.ExportColumn;
import io.tidemark.ledger.ExportColumn.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An answer as rows, by one rule for all answers. Every list of objects in it gives a row for each of its objects;
/// everything else gives one row, the first. The column `part` names the list that a row is from, `answer` for the
/// first row. An object inside a row is spread over columns whose names are joined by dots
/// (`metrics.likes.value`); a list inside a row stands in its cell as JSON.
final class ViewRows {
    static final String FIRST = "answer";

    /// One row: the list that it is from, and the object itself.
    record Part(String name, JsonNode value) {}

    private final List<Part> parts;
    private final List<Map<String, JsonNode>> rows = new ArrayList<>();
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    /// Columns that have held nothing but null so far.
    private final Set<String> open = new HashSet<>();

    ViewRows(List<Part> parts) {
        this.parts = List.copyOf(parts);
        parts.forEach(part -> {
            Map<String, JsonNode> cells = new LinkedHashMap<>();
            spread(part.value(), "", cells);
            cells.forEach(this::widen);
            rows.add(cells);
        });
    }

    /// All of an answer.
    static List<Part> parts(JsonNode answer) {
        List<Part> parts = new ArrayList<>();
        if (answer.isArray()) {
            answer.forEach(element -> parts.add(new Part("rows", element)));
            return parts;
        }
        List<Part> listed = new ArrayList<>();
        parts.add(new Part(FIRST, withoutLists(answer, "", listed)));
        parts.addAll(listed);
        return parts;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// The rows with their objects whole.
    List<Part> parts() {
        return parts;
    }

    List<ExportColumn> columns() {
        List<ExportColumn> columns = new ArrayList<>();
        columns.add(new ExportColumn("part", Kind.TEXT, "The list of the answer that the row is from."));
        kinds.forEach((name, kind) -> columns.add(new ExportColumn(name, kind, "")));
        return columns;
    }

    int size() {
        return rows.size();
    }

    /// Fills a row as wide as the columns.
    void fill(int number, Row row) {
        row.clear().add(parts.get(number).name());
        Map<String, JsonNode> cells = rows.get(number);
        for (String name : kinds.keySet()) {
            row.add(text(cells.get(name)));
        }
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        return value.isString() ? value.asString() : value.toString();
    }

    /// A copy of an object without its lists of objects, which are put aside.
    private static JsonNode withoutLists(JsonNode node, String path, List<Part> listed) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode left = object.objectNode();
        object.forEachEntry((name, value) -> {
            if (isListOfObjects(value)) {
                value.forEach(element -> listed.add(new Part(path + name, element)));
            } else {
                left.set(name, withoutLists(value, path + name + ".", listed));
            }
        });
        return left;
    }

    private static boolean isListOfObjects(JsonNode value) {
        return value.isArray() && !value.isEmpty() && value.get(0).isObject();
    }

    private static void spread(JsonNode node, String prefix, Map<String, JsonNode> cells) {
        if (node instanceof ObjectNode object) {
            object.forEachEntry((name, value) -> spread(value, prefix.isEmpty() ? name : prefix + "." + name, cells));
        } else {
            cells.put(prefix.isEmpty() ? "value" : prefix, node);
        }
    }

    /// A column is of numbers (or of booleans) as long as all its cells are.
    private void widen(String name, JsonNode value) {
        Kind kind = kind(value);
        Kind known = kinds.get(name);
        if (kind == null) {
            kinds.putIfAbsent(name, Kind.TEXT);
            if (known == null) {
                open.add(name);
            }
            return;
        }
        if (known == null || open.remove(name)) {
            kinds.put(name, kind);
        } else if (known != kind) {
            kinds.put(name, Kind.TEXT);
        }
    }

    private static @Nullable Kind kind(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return value.isNumber() ? Kind.NUMBER : value.isBoolean() ? Kind.BOOLEAN : Kind.TEXT;
    }
}
