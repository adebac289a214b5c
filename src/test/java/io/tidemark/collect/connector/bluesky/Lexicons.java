package io.tidemark.collect.connector.bluesky;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// The official descriptions of the AT Protocol's calls, where they are at hand: below the folder that the system
/// property `tidemark.shared` names, else `../shared`. Only those of our calls and what these show; what they refer to
/// beyond that says nothing.
record Lexicons(Path folder) {
    private static final int DEEPEST = 6;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static Lexicons load() {
        Path folder = Path.of(System.getProperty("tidemark.shared", "../shared"), "specs", "bluesky");
        Assumptions.assumeTrue(
                Files.isReadable(folder.resolve("app.bsky.feed.defs.json")), "Bluesky's lexicons are not at hand");
        return new Lexicons(folder);
    }

    /// A definition with the document that its references are relative to; one that is not at hand is missing.
    record Definition(String document, JsonNode schema) {
        Definition at(JsonNode part) {
            return new Definition(document, part);
        }

        Definition at(String name) {
            return at(schema.path(name));
        }

        String type() {
            return schema.path("type").asString("");
        }
    }

    /// @param reference `app.bsky.feed.defs#postView`; without a name, the main one of the document
    Definition find(String reference) {
        String document = reference.replaceFirst("#.*", "");
        String name = reference.contains("#") ? reference.substring(reference.indexOf('#') + 1) : "main";
        Path file = folder.resolve(document + ".json");
        return new Definition(
                document,
                Files.isReadable(file)
                        ? JsonMapper.shared().readTree(file).path("defs").path(name)
                        : MissingNode.getInstance());
    }

    private Definition referred(Definition from, String reference) {
        return find(reference.startsWith("#") ? from.document() + reference : reference);
    }

    /// What a call answers.
    Definition output(String method) {
        return find(method).at("output").at("schema");
    }

    /// What is wrong with a value; empty where it is as described.
    ///
    /// @param place where it stands, for a person
    List<String> mistakes(Definition as, JsonNode value, String place) {
        JsonNode schema = as.schema();
        return switch (as.type()) {
            case "object", "params" -> ofObject(as, value, place);
            case "record" -> mistakes(as.at("record"), value, place);
            case "array" -> ofArray(as, value, place);
            case "ref" -> mistakes(referred(as, schema.path("ref").asString()), value, place);
            case "union" -> ofUnion(as, value, place);
            case "string" -> value.isString() ? List.of() : List.of(place + " is no text");
            case "boolean" -> value.isBoolean() ? List.of() : List.of(place + " is neither true nor false");
            case "integer" -> ofInteger(schema, value, place);
            default -> List.of();
        };
    }

    private List<String> ofObject(Definition as, JsonNode value, String place) {
        List<String> mistakes = new ArrayList<>();
        if (!value.isObject()) {
            return List.of(place + " is no object");
        }
        for (JsonNode name : as.schema().path("required")) {
            if (!value.has(name.asString())) {
                mistakes.add(place + " lacks " + name.asString());
            }
        }
        value.properties().forEach(field -> {
            Definition known = as.at("properties").at(field.getKey());
            boolean strange = known.schema().isMissingNode() && !field.getKey().equals("$type");
            mistakes.addAll(
                    strange
                            ? List.of(place + " has an unknown " + field.getKey())
                            : mistakes(known, field.getValue(), place + "." + field.getKey()));
        });
        return mistakes;
    }

    private List<String> ofArray(Definition as, JsonNode value, String place) {
        List<String> mistakes = new ArrayList<>();
        if (!value.isArray() || value.size() > as.schema().path("maxLength").asInt(Integer.MAX_VALUE)) {
            return List.of(place + " is no list, or too long");
        }
        value.valueStream().forEach(item -> mistakes.addAll(mistakes(as.at("items"), item, place + "[]")));
        return mistakes;
    }

    private List<String> ofUnion(Definition as, JsonNode value, String place) {
        String type = value.path("$type").asString("");
        return refs(as).stream()
                .filter(reference -> named(as, reference).equals(type))
                .findFirst()
                .map(reference -> mistakes(referred(as, reference), value, place))
                .orElse(List.of(place + " is of the type '" + type + "', which is none of " + refs(as)));
    }

    private static List<String> ofInteger(JsonNode schema, JsonNode value, String place) {
        boolean fits = value.isIntegralNumber()
                && value.asLong() >= schema.path("minimum").asLong(Long.MIN_VALUE)
                && value.asLong() <= schema.path("maximum").asLong(Long.MAX_VALUE);
        return fits ? List.of() : List.of(place + " is no such number");
    }

    private static List<String> refs(Definition union) {
        return StreamSupport.stream(union.schema().path("refs").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static String named(Definition from, String reference) {
        return reference.startsWith("#") ? from.document() + reference : reference;
    }

    /// Some value as described. Texts of a format are ones of it.
    JsonNode some(Definition as, SplittableRandom random) {
        return some(as, random, 0);
    }

    private JsonNode some(Definition as, SplittableRandom random, int depth) {
        JsonNode schema = as.schema();
        return switch (as.type()) {
            case "object" -> someObject(as, random, depth);
            case "record" -> someObject(as.at("record"), random, depth);
            case "array" -> {
                ArrayNode list = NODES.arrayNode();
                for (int i = random.nextInt(depth > DEEPEST ? 1 : 4); i > 0; i--) {
                    list.add(some(as.at("items"), random, depth + 1));
                }
                yield list;
            }
            case "ref" -> some(referred(as, schema.path("ref").asString()), random, depth + 1);
            case "union" -> {
                String reference = refs(as).get(random.nextInt(refs(as).size()));
                JsonNode value = some(referred(as, reference), random, depth + 1);
                ObjectNode typed = value instanceof ObjectNode object ? object : NODES.objectNode();
                yield typed.put("$type", named(as, reference));
            }
            case "string" -> NODES.stringNode(someText(schema, random));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "integer" -> NODES.numberNode(random.nextLong(0, 1_000_000));
            default -> NODES.objectNode();
        };
    }

    private JsonNode someObject(Definition as, SplittableRandom random, int depth) {
        ObjectNode object = NODES.objectNode();
        List<String> required = as.schema()
                .path("required")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        as.schema().path("properties").properties().forEach(field -> {
            boolean there = required.contains(field.getKey()) || (depth <= DEEPEST && random.nextBoolean());
            if (there) {
                boolean post = field.getKey().equals("record")
                        && as.schema().path("required").toString().contains("cid");
                object.set(
                        field.getKey(),
                        post
                                ? some(find("app.bsky.feed.post"), random, depth + 1)
                                : some(as.at("properties").at(field.getKey()), random, depth + 1));
            }
        });
        return object;
    }

    private static String someText(JsonNode schema, SplittableRandom random) {
        String number = Integer.toString(random.nextInt(1_000_000));
        return switch (schema.path("format").asString("")) {
            case "at-uri" -> "at://did:plc:acme/app.bsky.feed.post/3k" + number;
            case "did", "at-identifier" -> "did:plc:acme";
            case "handle" -> "acme.example";
            case "datetime" -> "2026-11-%02dT10:00:00.%03dZ".formatted(1 + random.nextInt(28), random.nextInt(1000));
            case "uri" -> "https://cdn.bsky.app/img/" + number;
            case "cid" -> "bafyrei" + number;
            default -> random.nextBoolean() ? "text " + number : "";
        };
    }
}
