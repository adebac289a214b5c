package io.tidemark.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whether money was spent on showing a post.
public enum Boosted {
    YES,
    NO,
    UNKNOWN;

    private final String key = name().toLowerCase(Locale.ROOT);

    public String key() {
        return key;
    }

    public static Optional<Boosted> find(String key) {
        return Arrays.stream(values()).filter(b -> b.key().equals(key)).findFirst();
    }
}
