package io.tidemark.collect.connector.graph;

import io.tidemark.collect.connector.Numbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Numbers by Meta's names. What Meta leaves out is missing.
public final class Insights {
    private final Map<String, JsonNode> values;

    private Insights(Map<String, JsonNode> values) {
        this.values = values;
    }

    /// One of the parts that a number is told in.
    ///
    /// @param dimensions `["25-34", "F"]`
    public record Part(List<String> dimensions, JsonNode value) {}

    /// @param data the list of what is told, one entry for each name; also a missing node
    public static Insights of(JsonNode data) {
        Map<String, JsonNode> values = new HashMap<>();
        data.forEach(told -> values.put(told.path("name").asString(""), value(told)));
        return new Insights(values);
    }

    /// Series, by the day that each of their values is of.
    public static SortedMap<LocalDate, Insights> byDay(JsonNode data) {
        SortedMap<LocalDate, Insights> days = new TreeMap<>();
        for (JsonNode series : data) {
            String name = series.path("name").asString("");
            for (JsonNode value : series.path("values")) {
                LocalDate day = GraphTime.dayThatEnds(GraphTime.read(value.path("end_time")));
                days.computeIfAbsent(day, _ -> new Insights(new HashMap<>()))
                        .values
                        .put(name, value.path("value"));
            }
        }
        return days;
    }

    /// A number; of one that is told by its kinds or by links, their sum.
    public OptionalDouble number(String name) {
        JsonNode value = values.get(name);
        if (value == null) {
            return OptionalDouble.empty();
        }
        if (value.isArray()) {
            return sum(value.valueStream().map(link -> link.path("value")));
        }
        return value.isObject() ? sum(value.valueStream()) : Numbers.read(value);
    }

    /// One of the kinds that a number is told by.
    public OptionalDouble kind(String name, String kind) {
        JsonNode value = values.get(name);
        return value == null ? OptionalDouble.empty() : Numbers.read(value.path(kind));
    }

    /// The parts of a number that was asked for by dimensions.
    public List<Part> parts(String name) {
        List<Part> parts = new ArrayList<>();
        JsonNode value = values.get(name);
        if (value != null) {
            for (JsonNode breakdown : value.path("breakdowns")) {
                for (JsonNode result : breakdown.path("results")) {
                    List<String> dimensions = new ArrayList<>();
                    result.path("dimension_values").forEach(text -> dimensions.add(text.asString("")));
                    parts.add(new Part(dimensions, result.path("value")));
                }
            }
        }
        return parts;
    }

    /// Where it is told by dimensions or by links, everything that belongs to the number.
    private static JsonNode value(JsonNode told) {
        JsonNode first = told.path("values").path(0).path("value");
        if (!first.isMissingNode()) {
            return first;
        }
        JsonNode links = told.path("link_total_values");
        if (!links.isMissingNode()) {
            return links;
        }
        JsonNode total = told.path("total_value");
        return total.has("value") ? total.path("value") : total;
    }

    /// Empty where there is nothing to add up.
    private static OptionalDouble sum(Stream<JsonNode> parts) {
        return parts.map(Numbers::read)
                .filter(OptionalDouble::isPresent)
                .reduce(OptionalDouble.empty(), (one, other) -> OptionalDouble.of(one.orElse(0) + other.orElseThrow()));
    }
}
