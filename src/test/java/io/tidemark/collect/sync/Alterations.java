package io.tidemark.collect.sync;

import io.tidemark.collect.simulator.Answer;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Other ways in which a platform may write the same.
final class Alterations {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Alterations() {}

    /// Every number in quotes.
    static UnaryOperator<Answer> numbersAsText() {
        return json(Alterations::quoted);
    }

    /// Every object with a field that is new.
    static UnaryOperator<Answer> moreFields() {
        return json(Alterations::extended);
    }

    private static UnaryOperator<Answer> json(UnaryOperator<JsonNode> change) {
        return answer -> answer.contentType().contains("json")
                ? new Answer(
                        answer.status(),
                        answer.contentType(),
                        JSON.writeValueAsString(change.apply(JSON.readTree(answer.body()))),
                        answer.headers())
                : answer;
    }

    private static JsonNode quoted(JsonNode node) {
        return node.isNumber() ? NODES.stringNode(node.asString()) : inside(node, Alterations::quoted);
    }

    private static JsonNode extended(JsonNode node) {
        JsonNode all = inside(node, Alterations::extended);
        if (all instanceof ObjectNode object
                && object.properties().stream()
                        .noneMatch(field -> field.getKey().contains(":"))) {
            object.put("something_new", "A_VALUE_THAT_NOBODY_KNOWS");
        }
        return all;
    }

    private static JsonNode inside(JsonNode node, UnaryOperator<JsonNode> change) {
        if (node instanceof ObjectNode object) {
            ObjectNode changed = NODES.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                changed.set(field.getKey(), change.apply(field.getValue()));
            }
            return changed;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode changed = NODES.arrayNode();
            array.forEach(element -> changed.add(change.apply(element)));
            return changed;
        }
        return node;
    }
}
