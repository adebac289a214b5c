package io.tidemark.analytics.insight;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Known answers of the methods, as the test resources have them.
public final class Golden {
    private final JsonNode values;

    private Golden(JsonNode values) {
        this.values = values;
    }

    public static Golden read(String name) {
        try (InputStream stream = Objects.requireNonNull(
                Golden.class.getResourceAsStream("/golden/" + name), "no known answers " + name)) {
            return new Golden(JsonMapper.shared().readTree(stream));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// All of a file, where it is more than named numbers.
    public static JsonNode tree(String name) {
        return read(name).values;
    }

    public double number(String name) {
        return values.get(name).asDouble();
    }

    /// `NaN` for null.
    public double[] numbers(String name) {
        return StreamSupport.stream(values.get(name).spliterator(), false)
                .mapToDouble(value -> value.isNull() ? Double.NaN : value.asDouble())
                .toArray();
    }

    /// The members of a list, whole.
    public Iterable<JsonNode> items(String name) {
        return values.get(name);
    }

    public int[] wholes(String name) {
        return StreamSupport.stream(values.get(name).spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }
}
