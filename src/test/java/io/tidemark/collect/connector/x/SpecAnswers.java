package io.tidemark.collect.connector.x;

import io.tidemark.collect.connector.ApiDescription;
import io.tidemark.collect.connector.DescribedAnswers;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Answers made up by the schemas of X's API description.
final class SpecAnswers extends DescribedAnswers {
    private static final List<String> MEDIA_KEYS = List.of("3_1", "7_2", "13_3", "16_4", "3_5");

    private final ApiDescription spec;

    SpecAnswers(ApiDescription spec, long seed) {
        super(spec, seed, Set.of("id", "username", "name", "data"));
        this.spec = spec;
    }

    @Override
    protected String text(String name, JsonNode schema) {
        return name.startsWith("media_key") ? any(MEDIA_KEYS) : super.text(name, schema);
    }

    /// Problems are any of several, or of the shape before.
    @Override
    protected Set<String> known(String name, JsonNode schema) {
        Set<String> known = super.known(name, schema);
        if (name.equals("errors")) {
            spec.schema("Problem")
                    .path("oneOf")
                    .forEach(kind ->
                            known.addAll(spec.resolve(kind).path("properties").propertyNames()));
            known.addAll(spec.schema("Error").path("properties").propertyNames());
        }
        return known;
    }

    /// The former spelling of one that is known.
    @Override
    protected boolean isLookedFor(String field, Set<String> known) {
        return List.of(Renamed.values()).stream()
                .anyMatch(each -> each.former().equals(field) && known.contains(each.present()));
    }
}
