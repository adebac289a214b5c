package io.tidemark.collect.connector;

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

/// Answers made up by the schemas of an API's description, which notice what is read of them that the schemas do not
/// have.
public class DescribedAnswers {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "", "Hello", "a &amp; b &lt;3", "RT @you: hi…", "日本語 😀", "ht!tp://not an address", "video", "photo");

    private final ApiDescription spec;
    private final SplittableRandom random;
    private final Set<String> always;
    private final Set<String> unknownReads = new TreeSet<>();

    /// @param always fields that are sent whether they must be or not
    public DescribedAnswers(ApiDescription spec, long seed, Set<String> always) {
        this.spec = spec;
        this.always = Set.copyOf(always);
        random = new SplittableRandom(seed);
    }

    /// What was read although no schema has it.
    public final Set<String> unknownReads() {
        return unknownReads;
    }

    public final JsonNode answer(String schema) {
        return make(schema, spec.schema(schema));
    }

    private JsonNode make(String name, JsonNode written) {
        JsonNode schema = spec.resolve(written);
        if (schema.path("nullable").asBoolean(false) && random.nextInt(8) == 0) {
            return JSON.nullNode();
        }
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.has(choice)) {
                return oneOf(name, schema.path(choice));
            }
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

    /// Of one kind among several, in which fields of the others may be looked for.
    private JsonNode oneOf(String name, JsonNode kinds) {
        JsonNode made = make(name, any(kinds));
        if (made instanceof WatchedNode object) {
            kinds.forEach(kind -> object.known.addAll(known(name, spec.resolve(kind))));
        }
        return made;
    }

    /// What a schema leaves open is as its example.
    private JsonNode object(String name, JsonNode schema) {
        JsonNode example = schema.path("example");
        if (schema.path("properties").isEmpty() && example.isObject()) {
            return example;
        }
        WatchedNode node = new WatchedNode(name, known(name, schema));
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(each -> required.add(each.asString("")));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String field = property.getKey();
            if (required.contains(field) || always.contains(field) || random.nextInt(10) < 7) {
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

    /// A text of a field.
    protected String text(String name, JsonNode schema) {
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

    protected final <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private JsonNode any(JsonNode list) {
        return list.path(random.nextInt(list.size()));
    }

    /// The fields of an object; empty where the schema leaves them open.
    protected Set<String> known(String name, JsonNode schema) {
        return new HashSet<>(schema.path("properties").propertyNames());
    }

    /// Whether a field may be looked for though no schema has it.
    ///
    /// @param known those that the schema has
    protected boolean isLookedFor(String field, Set<String> known) {
        return false;
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
            if (!known.isEmpty() && !known.contains(field) && !isLookedFor(field, known)) {
                unknownReads.add(name + "." + field);
            }
        }
    }
}
