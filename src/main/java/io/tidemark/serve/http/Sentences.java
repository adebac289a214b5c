package io.tidemark.serve.http;

import io.tidemark.language.SaidJson;
import io.tidemark.ledger.Told;
import io.tidemark.words.Said;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/// Writes a sentence as its English and, beside it, what it is made from: `text` has `text_said` with the code of the
/// sentence and the values of its places.
final class Sentences extends ValueSerializerModifier {
    /// What the name of a sentence is followed by where it is told what it is made from.
    static final String SAID = "_said";

    private static final long serialVersionUID = 1;

    @Override
    public List<BeanPropertyWriter> changeProperties(
            SerializationConfig config, BeanDescription.Supplier described, List<BeanPropertyWriter> properties) {
        properties.replaceAll(one -> isSaid(one.getType()) ? new Both(one) : one);
        return properties;
    }

    private static boolean isSaid(JavaType type) {
        return type.hasRawClass(Said.class)
                || type.hasRawClass(Told.class)
                || (type.isCollectionLikeType() && type.getContentType().hasRawClass(Said.class));
    }

    private static final class Both extends BeanPropertyWriter {
        private static final long serialVersionUID = 1;

        Both(BeanPropertyWriter of) {
            super(of);
        }

        @Override
        public void serializeAsProperty(Object of, JsonGenerator out, SerializationContext context) throws Exception {
            Object said = get(of);
            context.defaultSerializeProperty(getName(), english(said), out);
            context.defaultSerializeProperty(getName() + SAID, said, out);
        }

        private static @Nullable Object english(@Nullable Object said) {
            return switch (said) {
                case Said one -> one.english();
                case Told one -> one.text();
                case Collection<?> several ->
                    several.stream().map(Object::toString).toList();
                case null, default -> said;
            };
        }
    }

    /// The same of a sentence that was kept; null where what it is made from was not.
    static final class KeptParts extends ValueSerializer<Told> {
        @Override
        public void serialize(Told told, JsonGenerator out, SerializationContext context) {
            String said = told.said();
            if (said == null) {
                out.writeNull();
            } else {
                out.writeRawValue(said);
            }
        }
    }

    /// The code and the values alone.
    static final class Parts extends ValueSerializer<Said> {
        @Override
        public void serialize(Said said, JsonGenerator out, SerializationContext context) {
            SaidJson.write(said, out);
        }
    }
}
