package io.tidemark.collect.connector.x;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Answers made up by the schemas of X's API description, which notice what is read of them that the schemas do not
/// have.
final class SpecAnswers {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /// Fields that X sends without being asked.
    private static final Set<String> ALWAYS = Set.of("id", "username", "name", "data");

    private static final List<String> TEXTS = List.of(
            "", "Hello", "a &amp; b &lt;3", "RT @you: hi…", "日本語 😀", "ht!tp://not an address", "video", "photo");
    private static final List<String> MEDIA_KEYS = List.of("3_1", "7_2", "13_3", "16_4", "3_5");

    private final XSpec spec;
    private final SplittableRandom random;
    private final Set<String> unknownReads = new TreeSet<>();

    SpecAnswers(XSpec spec, long seed) {
        this.spec = spec;
        random = new SplittableRandom(seed);
    }

    /// What was read although no schema has it, in either spelling.
    Set<String> unknownReads() {
        return unknownReads;
    }

    JsonNode answer(String schema) {
        return make(schema, spec.schema(schema));
    }

    private JsonNode make(String name, JsonNode written) {
        JsonNode schema = spec.resolve(written);
        if (schema.path("nullable").asBoolean(false) && random.nextInt(8) == 0) {
            return JSON.nullNode();
        }
        if (schema.has("oneOf")) {
            return make(name, any(schema.path("oneOf")));
        }
        if (schema.has("enum")) {
            return any(schema.path("enum"));
        }
        return switch (schema.path("type").asString("")) {
            case "object" -> object(name, schema);
            case "array" -> array(name, schema);
            case "integer" -> JSON.numberNode(random.nextInt(4) == 0 ? 0 : random.nextLong(1L << 40));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.stringNode(text(name, schema));
        };
    }

    private JsonNode object(String name, JsonNode schema) {
        WatchedNode node = new WatchedNode(name, known(name, schema));
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(each -> required.add(each.asString("")));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String field = property.getKey();
            if (required.contains(field) || ALWAYS.contains(field) || random.nextInt(10) < 7) {
                node.set(field, make(field, property.getValue()));
            }
        }
        return node;
    }

    private JsonNode array(String name, JsonNode schema) {
        ArrayNode node = JSON.arrayNode();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            node.add(make(name, schema.path("items")));
        }
        return node;
    }

    private String text(String name, JsonNode schema) {
        if (name.startsWith("media_key")) {
            return MEDIA_KEYS.get(random.nextInt(MEDIA_KEYS.size()));
        }
        if (name.endsWith("id") || name.endsWith("ids")) {
            return Long.toString(random.nextLong(1_500_000_000_000_000_000L, 1_990_000_000_000_000_000L));
        }
        if (schema.path("format").asString("").equals("date-time")) {
            return Instant.ofEpochSecond(random.nextLong(1_300_000_000, 1_800_000_000))
                    .toString();
        }
        if (name.equals("username")) {
            return "acme";
        }
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private JsonNode any(JsonNode list) {
        return list.path(random.nextInt(list.size()));
    }

    /// The fields of an object; empty where the schema leaves them open. Problems are any of several, or of the shape
    /// before.
    private Set<String> known(String name, JsonNode schema) {
        Set<String> known = new HashSet<>(schema.path("properties").propertyNames());
        if (name.equals("errors")) {
            spec.schema("Problem")
                    .path("oneOf")
                    .forEach(kind ->
                            known.addAll(spec.resolve(kind).path("properties").propertyNames()));
            known.addAll(spec.schema("Error").path("properties").propertyNames());
        }
        return known;
    }

    private final class WatchedNode extends ObjectNode {
        private static final long serialVersionUID = 1L;

        private final transient String name;
        private final transient Set<String> known;

        WatchedNode(String name, Set<String> known) {
            super(JSON);
            this.name = name;
            this.known = known;
        }

        @Override
        public JsonNode path(String field) {
            watch(field);
            return super.path(field);
        }

        @Override
        public JsonNode get(String field) {
            watch(field);
            return super.get(field);
        }

        private void watch(String field) {
            boolean renamed = List.of(Renamed.values()).stream()
                    .anyMatch(each -> each.former().equals(field) && known.contains(each.present()));
            if (!known.isEmpty() && !known.contains(field) && !renamed) {
                unknownReads.add(name + "." + field);
            }
        }
    }
}
