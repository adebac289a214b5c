package io.tidemark.collect.file.mapping;

import io.tidemark.collect.file.table.Vocabulary;
import io.tidemark.metric.Platform;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What tools call the platforms: "Facebook Page", "X (Twitter)", "instagram_business".
final class PlatformWords {
    private PlatformWords() {}

    /// The platform that a text names; empty where it names none, or several.
    static Optional<Platform> find(String text) {
        List<String> words = List.of(Vocabulary.normalise(text).split("[^\\p{L}\\d]+"));
        List<Platform> named = Arrays.stream(Platform.values())
                .filter(platform ->
                        words.contains(platform.key()) || (platform == Platform.X && words.contains("twitter")))
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }
}
