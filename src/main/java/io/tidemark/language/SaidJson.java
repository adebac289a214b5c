package io.tidemark.language;

import io.tidemark.words.Said;
import io.tidemark.words.Value;
import java.io.StringWriter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What sentences are made from, as JSON: the code, and the values of the places.
public final class SaidJson {
    /// Beyond this a double no longer holds every whole number.
    private static final double LARGEST_EXACT = 1L << 53;

    private SaidJson() {}

    public static String write(Said said) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JsonMapper.shared().createGenerator(text)) {
            write(said, out);
        }
        return text.toString();
    }

    public static JsonNode node(Said said) {
        return JsonMapper.shared().readTree(write(said));
    }

    public static void write(Said said, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("code", said.sentence().code());
        out.writeName("values");
        out.writeStartObject();
        said.values().forEach((place, value) -> {
            out.writeName(place);
            write(value, out);
        });
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void write(Value value, JsonGenerator out) {
        out.writeStartObject();
        switch (value) {
            case Value.Quantity of -> {
                out.writeStringProperty("kind", lower(of.measure()));
                out.writeName("value");
                write(of.value(), out);
                out.writeNumberProperty("digits", of.digits());
                out.writeBooleanProperty("signed", of.signed());
            }
            case Value.Term of -> {
                out.writeStringProperty("kind", lower(of.naming()));
                out.writeStringProperty("value", of.value());
            }
            case Value.Kept of -> {
                out.writeStringProperty("kind", "sentence");
                out.writeName("value");
                out.writeRawValue(of.said());
            }
            case Value.Clause of -> {
                out.writeStringProperty("kind", "sentence");
                out.writeName("value");
                write(of.value(), out);
            }
            case Value.Clauses of -> {
                out.writeStringProperty("kind", "sentences");
                out.writeStringProperty("joined", lower(of.joined()));
                out.writeName("value");
                out.writeStartArray();
                of.value().forEach(one -> write(one, out));
                out.writeEndArray();
            }
        }
        out.writeEndObject();
    }

    private static void write(double value, JsonGenerator out) {
        if (value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT) {
            out.writeNumber((long) value);
        } else {
            out.writeNumber(value);
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
