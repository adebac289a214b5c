package io.tidemark.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The description of the API, put together from a part for each feature.
final class Description {
    /// The parts, in the order in which their addresses are listed.
    private static final List<String> PARTS = List.of(
            "base",
            "said",
            "sentences",
            "businesses",
            "members",
            "analytics",
            "posts",
            "comparisons",
            "insights",
            "trend-analysis",
            "why",
            "what-works",
            "portfolio",
            "legacy",
            "jobs",
            "performance",
            "events",
            "export",
            "imports",
            "mappings",
            "labels",
            "connections",
            "health",
            "experiments",
            "views",
            "notes",
            "shares",
            "reports");

    private Description() {}

    static byte[] json(JsonMapper mapper) {
        ObjectNode whole = mapper.createObjectNode();
        for (String part : PARTS) {
            merge(whole, read(mapper, part));
        }
        return mapper.writeValueAsBytes(whole);
    }

    private static ObjectNode read(JsonMapper mapper, String part) {
        try (InputStream stream = new ClassPathResource("openapi/" + part + ".json").getInputStream()) {
            return (ObjectNode) mapper.readTree(stream);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// Objects become one, member by member; two parts that both say something else about one thing are a mistake.
    private static void merge(ObjectNode into, ObjectNode part) {
        part.forEachEntry((name, value) -> {
            JsonNode known = into.get(name);
            if (known == null) {
                into.set(name, value);
            } else if (known instanceof ObjectNode object && value instanceof ObjectNode more) {
                merge(object, more);
            } else {
                throw new IllegalStateException("Two parts of the description of the API speak of " + name);
            }
        });
    }
}
