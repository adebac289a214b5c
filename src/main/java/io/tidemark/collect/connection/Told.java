package io.tidemark.collect.connection;

import io.tidemark.collect.connector.Login;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a login asks of a person, held against what the person told.
record Told(List<Login.Field> fields) {
    /// @return a value for each field
    /// @throws Login.NotTaken where one is missing, or something was told that nobody asked
    Map<String, String> checked(Map<String, String> told) {
        Map<String, String> taken = new TreeMap<>();
        for (Login.Field field : fields) {
            String value = told.getOrDefault(field.name(), "").strip();
            String otherwise = field.otherwise();
            if (value.isEmpty() && otherwise == null) {
                throw new Login.NotTaken(field.name(), field.label() + " is missing. " + field.hint());
            }
            taken.put(field.name(), value.isEmpty() && otherwise != null ? otherwise : value);
        }
        told.keySet().stream()
                .filter(name -> !taken.containsKey(name))
                .findFirst()
                .ifPresent(stranger -> {
                    throw new Login.NotTaken(
                            stranger, "Nobody asks for %s. Asked for: %s.".formatted(stranger, taken.keySet()));
                });
        return taken;
    }
}
