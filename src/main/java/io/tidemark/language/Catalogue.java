package io.tidemark.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file of texts that the page reads, too. A text of a number of things has a form for one and one for others.
record Catalogue(JsonNode texts) {
    /// @param name of a file beside this class
    static Catalogue read(String name) {
        try (InputStream file = Objects.requireNonNull(Catalogue.class.getResourceAsStream(name), name)) {
            return new Catalogue(JsonMapper.shared().readTree(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Empty where there is none.
    ///
    /// @param path the names under which it stands
    Optional<String> text(double count, String... path) {
        JsonNode found = texts;
        for (String name : path) {
            found = found.path(name);
        }
        JsonNode form = found.isObject() ? found.path(count == 1 ? "one" : "other") : found;
        return Optional.ofNullable(form.stringValue(null));
    }
}
