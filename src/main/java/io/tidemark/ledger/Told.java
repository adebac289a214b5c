package io.tidemark.ledger;

import io.tidemark.words.Said;
import org.jspecify.annotations.Nullable;

/// A sentence as it is kept.
///
/// @param text in English
/// @param said what it is made from, as [SaidJson] writes it; null where that was not kept
public record Told(String text, @Nullable String said) {
    public static Told of(Said said) {
        return new Told(said.english(), SaidJson.write(said));
    }
}
