package io.tidemark.serve.export;

import io.tidemark.analytics.BadQuery;
import io.tidemark.serve.http.Parameters;
import io.tidemark.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The rows of parts of an answer. A part is a path of names joined by dots (`platforms`, `accounts.series`); a name
/// may choose among the objects of a list by one of their members (`accounts.groups[kind=hashtag].effects`).
///
/// A list gives a row for each of its elements. An object that holds nothing but objects, such as `metrics`, gives a
/// row for each of them with its `name`. Anything else gives one row. What lies in a list inside a list has in front
/// what the outer one says of it in plain values, and its `account`.
final class AnswerParts {
    private static final Sentence NO_PATH = Sentence.of(
            "part_no_path", "'{path}' is not a part: give names joined by dots, such as platforms or accounts.series.");
    private static final Sentence NO_PART = Sentence.of("part_unknown", "The answer has no part '{path}'.");

    private static final Pattern STEP =
            Pattern.compile("\\.?([a-z][a-z0-9_:-]*)(?:\\[([a-z][a-z0-9_]*)=([^\\[\\]]{1,80})])?");
    private static final String ACCOUNT = "account";

    private record Step(
            String name, @Nullable String member, @Nullable String value) {
        boolean takes(JsonNode element) {
            return member == null
                    || (element.get(member) != null
                            && element.get(member).asString("").equals(value));
        }
    }

    private final String path;
    private final List<Step> steps;
    private final List<ViewRows.Part> rows = new ArrayList<>();

    private AnswerParts(String path) {
        this.path = path;
        steps = steps(path);
    }

    /// @throws io.tidemark.serve.http.ProblemException 400 for a part that is no path, or that the answer does not have
    static List<ViewRows.Part> of(JsonNode answer, List<String> paths) {
        List<ViewRows.Part> rows = new ArrayList<>();
        for (String path : paths) {
            if (path.equals(ViewRows.FIRST)) {
                rows.addAll(ViewRows.parts(answer).subList(0, 1));
            } else {
                AnswerParts parts = new AnswerParts(path);
                parts.walk(answer, 0, null);
                rows.addAll(parts.rows);
            }
        }
        return rows;
    }

    private static List<Step> steps(String path) {
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(path);
        int end = 0;
        while (step.lookingAt()) {
            steps.add(new Step(step.group(1), step.group(2), step.group(3)));
            end = step.end();
            step.region(end, path.length());
        }
        if (steps.isEmpty() || end < path.length() || path.startsWith(".")) {
            throw Parameters.bad("part", NO_PATH.said(Map.of("path", BadQuery.echo(path))));
        }
        return steps;
    }

    private void walk(JsonNode node, int depth, @Nullable ObjectNode outer) {
        if (depth == steps.size()) {
            emit(node, outer);
            return;
        }
        Step step = steps.get(depth);
        JsonNode inner = node.get(step.name());
        if (inner == null) {
            throw Parameters.bad(
                    "part",
                    NO_PART.said(Map.of("path", BadQuery.echo(path))),
                    node.propertyNames().stream().toList());
        }
        if (!inner.isArray()) {
            if (!inner.isNull()) {
                walk(inner, depth + 1, outer);
            }
            return;
        }
        boolean last = depth + 1 == steps.size();
        inner.forEach(element -> {
            if (step.takes(element)) {
                walk(element, depth + 1, last ? outer : within(step.name(), element, outer));
            }
        });
    }

    private void emit(JsonNode node, @Nullable ObjectNode outer) {
        if (node instanceof ObjectNode object && holdsObjectsOnly(object)) {
            object.forEachEntry((name, member) -> row(outer, row -> {
                row.put("name", name);
                row.setAll((ObjectNode) member);
            }));
        } else if (node instanceof ObjectNode object) {
            row(outer, row -> row.setAll(object));
        } else {
            row(outer, row -> row.set("value", node));
        }
    }

    private void row(@Nullable ObjectNode outer, Consumer<ObjectNode> content) {
        ObjectNode row = outer == null ? ViewRows.object() : outer.deepCopy();
        content.accept(row);
        rows.add(new ViewRows.Part(path, row));
    }

    /// What an element of an outer list says of itself, besides what those around it say.
    private static ObjectNode within(String name, JsonNode element, @Nullable ObjectNode outer) {
        ObjectNode all = outer == null ? ViewRows.object() : outer.deepCopy();
        ObjectNode own = all.putObject(name);
        element.forEachEntry((member, value) -> {
            if (value.isValueNode() || member.equals(ACCOUNT)) {
                own.set(member, value);
            }
        });
        return all;
    }

    private static boolean holdsObjectsOnly(ObjectNode object) {
        return !object.isEmpty() && object.valueStream().allMatch(JsonNode::isObject);
    }
}
