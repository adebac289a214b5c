package io.tidemark.testing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// Holds values to the schemas of a description. It is stricter than JSON Schema: what no schema speaks of is a fault,
/// unless the schema says that there may be more.
///
/// @param document the whole description, in which references are looked up
record SchemaCheck(JsonNode document) {
    private static final Set<String> UNDERSTOOD = Set.of(
            "$ref",
            "type",
            "enum",
            "const",
            "properties",
            "required",
            "additionalProperties",
            "propertyNames",
            "items",
            "minItems",
            "maxItems",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "pattern",
            "format",
            "allOf",
            "anyOf",
            "oneOf",
            "description",
            "x-english",
            "default");

    private static final int MOST_ELEMENTS = 1_000;

    /// Everything that is wrong, a sentence each that begins with the place; none where the value is as the schema
    /// says.
    List<String> faults(JsonNode value, JsonNode schema, String at) {
        JsonNode said = resolved(schema);
        said.propertyNames().stream().filter(name -> !UNDERSTOOD.contains(name)).forEach(name -> {
            throw new IllegalArgumentException("Nobody holds anything to '" + name + "' at " + at);
        });
        for (String choice : List.of("oneOf", "anyOf")) {
            if (said.has(choice)) {
                return list(said.get(choice)).stream()
                        .map(one -> faults(value, one, at))
                        .min(Comparator.comparingInt(List::size))
                        .orElseThrow();
            }
        }
        List<String> faults = new ArrayList<>();
        List<JsonNode> parts = parts(said).toList();
        parts.forEach(part -> faults.addAll(plain(value, part, at)));
        if (faults.isEmpty() && value.isObject()) {
            members(value, parts, at, faults);
        } else if (faults.isEmpty() && value.isArray()) {
            elements(value, said, at, faults);
        }
        return faults;
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode found = schema;
        while (found.has("$ref")) {
            String reference = found.get("$ref").asString();
            found = document.at(reference.substring(1));
            if (found.isMissingNode()) {
                throw new IllegalArgumentException("There is no " + reference);
            }
        }
        return found;
    }

    /// The schema itself and all that it is put together from.
    private Stream<JsonNode> parts(JsonNode schema) {
        JsonNode said = resolved(schema);
        return said.has("allOf") ? list(said.get("allOf")).stream().flatMap(this::parts) : Stream.of(said);
    }

    /// What a schema says of a value as such.
    private static List<String> plain(JsonNode value, JsonNode said, String at) {
        if (!said.has("type")) {
            return said.has("enum") || said.has("const") ? constant(value, said, at) : List.of(at + " has no type");
        }
        JsonNode type = said.get("type");
        List<String> types =
                type.isArray() ? list(type).stream().map(JsonNode::asString).toList() : List.of(type.asString());
        if (types.stream().noneMatch(one -> is(value, one))) {
            return List.of(at + " is " + value.getNodeType() + ", not " + types);
        }
        boolean bounded = switch (value.getNodeType()) {
            case NUMBER -> within(value.asDouble(), said, "minimum", "maximum");
            case STRING -> within(value.asString().length(), said, "minLength", "maxLength");
            case ARRAY -> within(value.size(), said, "minItems", "maxItems");
            default -> true;
        };
        if (!bounded) {
            return List.of(at + " is out of bounds: " + value);
        }
        if (value.isString()
                && said.has("format")
                && !isWritten(value.asString(), said.get("format").asString())) {
            return List.of(at + " is no " + said.get("format").asString() + ": " + value);
        }
        return constant(value, said, at);
    }

    private static List<String> constant(JsonNode value, JsonNode said, String at) {
        boolean allowed = said.has("enum")
                ? list(said.get("enum")).contains(value)
                : !said.has("const") || said.get("const").equals(value);
        return allowed ? List.of() : List.of(at + " may not be " + value);
    }

    private static boolean is(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("There is no type " + type);
        };
    }

    private static boolean within(double value, JsonNode said, String least, String most) {
        return (!said.has(least) || value >= said.get(least).asDouble())
                && (!said.has(most) || value <= said.get(most).asDouble());
    }

    private static boolean isWritten(String text, String format) {
        try {
            switch (format) {
                case "date" -> LocalDate.parse(text);
                case "date-time" -> OffsetDateTime.parse(text);
                default -> {
                    return true;
                }
            }
            return true;
        } catch (DateTimeParseException notSo) {
            return false;
        }
    }

    private void members(JsonNode value, List<JsonNode> parts, String at, List<String> faults) {
        for (JsonNode part : parts) {
            list(part.path("required")).stream()
                    .map(JsonNode::asString)
                    .filter(name -> !value.has(name))
                    .forEach(name -> faults.add(at + "." + name + " is missing"));
        }
        value.forEachEntry((name, member) -> faults.addAll(parts.stream()
                .filter(part -> speaksOf(name, part))
                .findFirst()
                .map(part -> member(name, member, part, at))
                .orElse(List.of(at + "." + name + " is not described"))));
    }

    private static boolean speaksOf(String name, JsonNode part) {
        JsonNode others = part.path("additionalProperties");
        return part.path("properties").has(name) || others.isObject() || others.asBoolean(false);
    }

    private List<String> member(String name, JsonNode value, JsonNode part, String at) {
        String place = at + "." + name;
        if (part.path("properties").has(name)) {
            return faults(value, part.get("properties").get(name), place);
        }
        List<String> faults = new ArrayList<>();
        if (part.has("propertyNames")) {
            faults.addAll(faults(StringNode.valueOf(name), part.get("propertyNames"), place + " (its name)"));
        }
        if (part.get("additionalProperties").isObject()) {
            faults.addAll(faults(value, part.get("additionalProperties"), place));
        }
        return faults;
    }

    private void elements(JsonNode value, JsonNode said, String at, List<String> faults) {
        if (!said.has("items")) {
            faults.add(at + " does not say of what");
            return;
        }
        // What a thousand elements say, the next hundred thousand are only likely to repeat: of them one in many is
        // enough.
        int step = 1 + value.size() / MOST_ELEMENTS;
        for (int element = 0; element < value.size(); element += step) {
            faults.addAll(faults(value.get(element), said.get("items"), at + "[]"));
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
