package io.tidemark.collect.connection;

import io.tidemark.collect.connector.Login;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a login asks of a person, held against what the person told.
record Asked(List<Login.Field> fields) {
    private static final Sentence MISSING = Sentence.of("field_missing", "{field} is missing. {hint}");
    private static final Sentence STRANGER =
            Sentence.of("field_not_asked_for", "Nobody asks for {field}. Asked for: {asked}.");

    /// @return a value for each field
    /// @throws Login.NotTaken where one is missing, or something was told that nobody asked
    Map<String, String> checked(Map<String, String> told) {
        Map<String, String> taken = new TreeMap<>();
        for (Login.Field field : fields) {
            String value = told.getOrDefault(field.name(), "").strip();
            String otherwise = field.otherwise();
            if (value.isEmpty() && otherwise == null) {
                throw new Login.NotTaken(
                        field.name(),
                        MISSING.said(Map.of("field", Value.quote(field.label()), "hint", Value.quote(field.hint()))));
            }
            taken.put(field.name(), value.isEmpty() && otherwise != null ? otherwise : value);
        }
        told.keySet().stream()
                .filter(name -> !taken.containsKey(name))
                .findFirst()
                .ifPresent(stranger -> {
                    throw new Login.NotTaken(
                            stranger,
                            STRANGER.said(Map.of(
                                    "field",
                                    Value.name(stranger),
                                    "asked",
                                    Value.name(String.join(", ", taken.keySet())))));
                });
        return taken;
    }
}
