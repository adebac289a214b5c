package io.tidemark.language;

import io.tidemark.words.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A language that readers can choose.
public enum Language {
    EN,
    DE;

    /// The stable name, by ISO 639: `en`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Language> find(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Language::key).toList();
    }

    public String say(Said said) {
        return this == EN ? said.english() : say(said.english(), SaidJson.node(said));
    }

    /// A sentence that was kept.
    ///
    /// @param from what it is made from, as [SaidJson] writes it; null where that was not kept
    /// @return the English where this language does not know it, or a part of it
    public String say(String english, @Nullable JsonNode from) {
        return this == EN || from == null ? english : German.told(from).orElse(english);
    }
}
