package io.tidemark.collect.connector;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A platform's official description of its API (OpenAPI).
public record ApiDescription(JsonNode root) {
    private static final int LARGEST = 16 << 20;

    /// Where it is at hand: below the folder that the system property `tidemark.shared` names, else `../shared`. A test
    /// that needs it is skipped where it is not.
    ///
    /// @param file JSON or YAML
    /// @param whose the platform, for a person
    public static ApiDescription load(String file, String whose) {
        Path path = Path.of(System.getProperty("tidemark.shared", "../shared"), "specs", file);
        Assumptions.assumeTrue(Files.isReadable(path), whose + "'s API description is not at hand");
        return new ApiDescription(
                file.endsWith(".yaml") ? yaml(path) : JsonMapper.shared().readTree(path));
    }

    private static JsonNode yaml(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        try (Reader text = Files.newBufferedReader(file)) {
            Object read = new Yaml(new SafeConstructor(options)).load(text);
            return JsonMapper.shared().valueToTree(read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public JsonNode schema(String name) {
        return root.path("components").path("schemas").path(name);
    }

    public JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : resolve(root.at(reference.substring(1)));
    }

    /// What is wrong with a request; empty where it is as described.
    public Set<String> mistakes(String template, Map<String, String> query) {
        Map<String, JsonNode> known = parameters(template);
        Set<String> mistakes = new HashSet<>();
        query.forEach((name, value) -> {
            if (!known.containsKey(name)) {
                mistakes.add("unknown parameter " + name);
            } else if (!isValid(resolve(known.get(name).path("schema")), value)) {
                mistakes.add("bad value of " + name + ": " + value);
            }
        });
        known.forEach((name, parameter) -> {
            if (parameter.path("required").asBoolean(false)
                    && parameter.path("in").asString("").equals("query")
                    && !query.containsKey(name)) {
                mistakes.add("missing parameter " + name);
            }
        });
        return mistakes;
    }

    /// The values that a list in a query may hold.
    public Set<String> values(String template, String parameter) {
        return Objects.requireNonNull(parameters(template).get(parameter), parameter)
                .path("schema")
                .path("items")
                .path("enum")
                .valueStream()
                .map(value -> value.asString(""))
                .collect(Collectors.toSet());
    }

    private Map<String, JsonNode> parameters(String template) {
        JsonNode parameters = root.path("paths").path(template).path("get").path("parameters");
        return parameters
                .valueStream()
                .map(this::resolve)
                .collect(Collectors.toMap(parameter -> parameter.path("name").asString(""), parameter -> parameter));
    }

    private boolean isValid(JsonNode schema, String value) {
        return switch (schema.path("type").asString("")) {
            case "array" -> isList(schema, List.of(value.split(",", -1)));
            case "integer" ->
                Integer.parseInt(value) >= schema.path("minimum").asInt(0)
                        && Integer.parseInt(value) <= schema.path("maximum").asInt(Integer.MAX_VALUE);
            case "boolean" -> value.equals("true") || value.equals("false");
            default -> isText(schema, value);
        };
    }

    private boolean isList(JsonNode schema, List<String> values) {
        JsonNode items = resolve(schema.path("items"));
        return values.size() <= schema.path("maxItems").asInt(Integer.MAX_VALUE)
                && Set.copyOf(values).size() == values.size()
                && (items.has("oneOf")
                        ? items.path("oneOf").valueStream().anyMatch(one -> areTexts(one, values))
                        : areTexts(items, values));
    }

    private static boolean areTexts(JsonNode schema, List<String> values) {
        return values.stream().allMatch(value -> isText(schema, value));
    }

    private static boolean isText(JsonNode schema, String value) {
        if (schema.path("format").asString("").equals("date")) {
            return LocalDate.parse(value).toString().equals(value);
        }
        if (schema.path("format").asString("").equals("date-time")) {
            return Instant.parse(value).toString().equals(value);
        }
        boolean listed = schema.path("enum").isMissingNode()
                || schema.path("enum")
                        .valueStream()
                        .anyMatch(one -> one.asString("").equals(value));
        return listed
                && Pattern.compile(schema.path("pattern").asString(""))
                        .matcher(value)
                        .find();
    }
}
