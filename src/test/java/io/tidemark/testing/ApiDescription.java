package io.tidemark.testing;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The description of the API, as something that answers can be held to.
public final class ApiDescription {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> BODIES = Set.of("application/json", "application/problem+json");

    private final JsonNode document;
    private final SchemaCheck check;
    private final List<Operation> operations = new ArrayList<>();

    /// @param text as `/v3/api-docs` serves it
    public ApiDescription(String text) {
        document = JSON.readTree(text);
        check = new SchemaCheck(document);
        document.get("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, said) ->
                        operations.add(new Operation(method.toUpperCase(Locale.ROOT), path, said, pattern(path)))));
    }

    /// An address with a method.
    ///
    /// @param path with its variables in braces
    public record Operation(String method, String path, JsonNode said, Pattern addresses) {
        boolean takes(String asked, String address) {
            return method.equals(asked) && addresses.matcher(address).matches();
        }

        int variables() {
            return path.length() - path.replace("{", "").length();
        }
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    public List<Operation> operations() {
        return Collections.unmodifiableList(operations);
    }

    /// What an operation answers with a status, by media type; empty where it has no body, null where nothing is said.
    public @Nullable JsonNode content(Operation operation, String status) {
        JsonNode answer = operation.said().get("responses").path(status);
        if (answer.has("$ref")) {
            answer = document.at(answer.get("$ref").asString().substring(1));
        }
        return answer.isMissingNode() ? null : answer.path("content");
    }

    /// The parameters by which an operation is asked, without those of its path.
    public List<JsonNode> parameters(Operation operation) {
        List<JsonNode> all = new ArrayList<>();
        operation.said().path("parameters").forEach(given -> {
            JsonNode parameter =
                    given.has("$ref") ? document.at(given.get("$ref").asString().substring(1)) : given;
            if (parameter.get("in").asString().equals("query")) {
                all.add(parameter);
            }
        });
        return all;
    }

    /// What is wrong with a value of a media type; see {@link SchemaCheck}.
    public List<String> faults(JsonNode value, JsonNode mediaType) {
        return check.faults(value, mediaType.get("schema"), "$");
    }

    /// What an answer breaks of what is promised; nothing where it is no JSON or of no described address.
    public List<String> faults(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        String path = answer.uri().getRawPath();
        Optional<Operation> asked = operations.stream()
                .filter(operation -> operation.takes(answer.request().method(), path))
                .min(Comparator.comparingInt(Operation::variables));
        if (asked.isEmpty() || !BODIES.contains(type)) {
            return List.of();
        }
        JsonNode content = content(asked.get(), Integer.toString(answer.statusCode()));
        if (content == null || !content.has(type)) {
            return List.of("Nothing is said of " + type + " with status " + answer.statusCode());
        }
        return faults(JSON.readTree(answer.body()), content.get(type));
    }
}
