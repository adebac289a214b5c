package io.tidemark.serve.http;

import io.tidemark.ledger.Told;
import io.tidemark.words.Said;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// How answers are written: names in snake case, missing values as null, whole numbers without a fraction, constants
/// by their stable lower-case names, sentences with what they are made from.
public final class Json {
    /// Beyond this a double no longer holds every whole number.
    private static final double LARGEST_EXACT = 1L << 53;

    private Json() {}

    public static JsonMapper mapper() {
        SimpleModule module = new SimpleModule("tidemark")
                .addSerializer(Double.class, new Numbers())
                .addSerializer(Double.TYPE, new Numbers())
                .addSerializer(double[].class, new NumberArrays())
                .addSerializer(Enum.class, new Constants())
                .addSerializer(Said.class, new Sentences.Parts())
                .addSerializer(Told.class, new Sentences.KeptParts())
                .addKeySerializer(Enum.class, new ConstantKeys())
                .setSerializerModifier(new Sentences());
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .addModule(module)
                .build();
    }

    private static void write(double value, JsonGenerator out) {
        if (!Double.isFinite(value)) {
            out.writeNull();
        } else if (value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT) {
            out.writeNumber((long) value);
        } else {
            out.writeNumber(value);
        }
    }

    private static final class Numbers extends ValueSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializationContext context) {
            write(value, out);
        }
    }

    private static final class NumberArrays extends ValueSerializer<double[]> {
        @Override
        public void serialize(double[] values, JsonGenerator out, SerializationContext context) {
            out.writeStartArray();
            for (double value : values) {
                write(value, out);
            }
            out.writeEndArray();
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class Constants extends ValueSerializer<Enum> {
        @Override
        public void serialize(Enum value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.name().toLowerCase(Locale.ROOT));
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class ConstantKeys extends ValueSerializer<Enum> {
        @Override
        public void serialize(Enum value, JsonGenerator out, SerializationContext context) {
            out.writeName(value.name().toLowerCase(Locale.ROOT));
        }
    }
}
