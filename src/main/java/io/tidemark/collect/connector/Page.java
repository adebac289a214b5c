package io.tidemark.collect.connector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a list. It may be short, even empty, and not the last.
///
/// @param next where the next one begins; null after the last
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }
}
