package io.tidemark.collect.file.mapping;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Mappings as JSON: names in snake case, constants in lower case. What cannot be meant is refused with its place.
public final class MappingJson {
    private static final Sentence NULL = Sentence.of("mapping_null", "The mapping is null: it must be a JSON object.");
    private static final Sentence NO_JSON =
            Sentence.of("mapping_no_json", "The mapping is not JSON: line {line}, column {column}.");
    private static final Sentence MEMBER_UNKNOWN =
            Sentence.of("mapping_member_unknown", "There is no member '{member}' here; there are {members}.");
    private static final Sentence NOT_ALLOWED =
            Sentence.of("mapping_not_allowed", "'{value}' is not allowed here; allowed are {allowed}.");
    private static final Sentence NO_ZONE =
            Sentence.of("mapping_no_zone", "'{value}' is not a time zone: name one such as Europe/Berlin or UTC.");
    private static final Sentence NO_TIME =
            Sentence.of("mapping_no_time", "'{value}' is not a time: write it as 2026-03-10T09:00:00Z.");
    private static final Sentence NO_NUMBER = Sentence.of("mapping_no_number", "'{value}' is not a whole number.");
    private static final Sentence MISSING = Sentence.of("mapping_member_missing", "The member {member} is missing.");
    private static final Sentence MISSHAPEN = Sentence.of(
            "mapping_misshapen", "{member} does not have the shape that it needs: see docs/import.md for an example.");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .withConfigOverride(List.class, MappingJson::emptyForNone)
            .withConfigOverride(Map.class, MappingJson::emptyForNone)
            .addModule(new SimpleModule("mapping").addSerializer(Enum.class, new Constants()))
            .build();

    private MappingJson() {}

    /// @throws BadMapping where the text is no mapping, or one that contradicts itself
    public static Mapping read(String json) {
        try {
            Mapping mapping = MAPPER.readValue(json, Mapping.class);
            if (mapping == null) {
                throw new BadMapping("mapping", NULL.said());
            }
            MappingRules.check(mapping);
            return mapping;
        } catch (StreamReadException bad) {
            throw new BadMapping(
                    "mapping",
                    NO_JSON.said(Map.of(
                            "line", Value.id(bad.getLocation().getLineNr()),
                            "column", Value.id(bad.getLocation().getColumnNr()))));
        } catch (UnrecognizedPropertyException bad) {
            throw new BadMapping(
                    member(bad),
                    MEMBER_UNKNOWN.said(Map.of(
                            "member",
                            Value.name(bad.getPropertyName()),
                            "members",
                            Value.name(bad.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .sorted()
                                    .collect(Collectors.joining(", "))))));
        } catch (InvalidFormatException bad) {
            throw new BadMapping(member(bad), unlike(String.valueOf(bad.getValue()), bad.getTargetType()));
        } catch (DatabindException bad) {
            throw new BadMapping(member(bad), missingOrMisshapen(bad));
        }
    }

    /// Readable for people.
    public static String write(Mapping mapping) {
        return MAPPER.writeValueAsString(mapping);
    }

    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    private static void emptyForNone(MutableConfigOverride override) {
        override.setNullHandling(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL));
    }

    /// The place as JSON writes it: `columns[3].metric`.
    private static String member(DatabindException bad) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : bad.getPath()) {
            String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.isEmpty() ? "mapping" : path.toString();
    }

    private static Said unlike(String given, Class<?> type) {
        Value value = Value.name(given);
        if (type.isEnum()) {
            String allowed = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return NOT_ALLOWED.said(Map.of("value", value, "allowed", Value.name(allowed)));
        }
        if (ZoneId.class.isAssignableFrom(type)) {
            return NO_ZONE.said(Map.of("value", value));
        }
        return (type == Instant.class ? NO_TIME : NO_NUMBER).said(Map.of("value", value));
    }

    private static Said missingOrMisshapen(DatabindException bad) {
        String reason = String.valueOf(bad.getOriginalMessage());
        boolean missing = reason.startsWith("Missing required creator property");
        return (missing ? MISSING : MISSHAPEN).said(Map.of("member", Value.name(member(bad))));
    }

    @SuppressWarnings("rawtypes")
    private static final class Constants extends ValueSerializer<Enum> {
        @Override
        public void serialize(Enum value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.name().toLowerCase(Locale.ROOT));
        }
    }
}
