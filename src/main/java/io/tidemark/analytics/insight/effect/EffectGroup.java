package io.tidemark.analytics.insight.effect;

import io.tidemark.words.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All effects of a kind: the flagged ones first, the largest first; then those that cannot be told from chance, the
/// surest first; then those of which there are too few posts.
///
/// @param leftOut how many of the kind are not listed
/// @param reasonCode stable name of why; null where nothing is left out
/// @param text the same in a sentence
public record EffectGroup(
        EffectKind kind,
        List<Effect> effects,
        int leftOut,
        @Nullable String reasonCode,
        @Nullable Said text) {
    public EffectGroup {
        effects = List.copyOf(effects);
    }
}
