package io.tidemark.collect.sync;

import io.tidemark.collect.simulator.Answer;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Other ways in which a platform may write the same.
final class Alterations {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Set<String> LISTS = Set.of("data", "elements", "feed", "items", "posts", "rows", "videos");
    private static final Pattern COUNTER = Pattern.compile(
            "value|views|reach|video_views|likes|comments|shares|favorites|(?!result_count|max_count).*(_count|Count|impressions)");

    private Alterations() {}

    /// Every number in quotes.
    static UnaryOperator<Answer> numbersAsText() {
        return json(Alterations::quoted);
    }

    /// Every object with a field that is new.
    static UnaryOperator<Answer> moreFields() {
        return json(Alterations::extended);
    }

    /// Counters that are negative, larger than a double can tell apart, null or not there at all.
    static UnaryOperator<Answer> oddCounters(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return json(node -> odd(node, random));
    }

    /// Everything in a list is told twice.
    static UnaryOperator<Answer> twice() {
        return json(node -> {
            if (node instanceof ObjectNode object) {
                LISTS.forEach(name -> {
                    if (object.get(name) instanceof ArrayNode list) {
                        list.addAll(list.deepCopy());
                    }
                });
            } else if (node instanceof ArrayNode list) {
                list.addAll(list.deepCopy());
            }
            return node;
        });
    }

    private static JsonNode odd(JsonNode node, SplittableRandom random) {
        JsonNode all = inside(node, child -> odd(child, random));
        if (all instanceof ObjectNode object) {
            List.copyOf(object.properties()).stream()
                    .filter(field -> isNumber(field.getValue())
                            && COUNTER.matcher(field.getKey()).matches())
                    .forEach(field -> oddly(object, field.getKey(), random));
        }
        return all;
    }

    /// Some platforms write counters as texts.
    private static boolean isNumber(JsonNode node) {
        return node.isNumber() || (node.isString() && node.stringValue().matches("\\d{1,15}"));
    }

    private static void oddly(ObjectNode object, String counter, SplittableRandom random) {
        switch (random.nextInt(5)) {
            case 0 -> object.put(counter, -Math.round(object.get(counter).asDouble()));
            case 1 ->
                object.put(counter, BigInteger.TWO.pow(53 + random.nextInt(40)).add(BigInteger.ONE));
            case 2 -> object.putNull(counter);
            case 3 -> object.remove(counter);
            default -> {}
        }
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
