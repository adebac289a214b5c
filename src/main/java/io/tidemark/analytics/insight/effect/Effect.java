package io.tidemark.analytics.insight.effect;

import io.tidemark.analytics.insight.Evidence;
import io.tidemark.words.Value;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How posts that have something do against those that have not, all else that is looked at being equal.
///
/// @param key stable: a content type; hashtags with `#`, several where they always occur together; `0_80`, `81_200`,
///     `201_600` or `over_600` characters; a weekday from 1 for Monday; `link`, `question` or `mention`
/// @param name the same in words
/// @param with how many posts have it
/// @param without how many have another one, or have it not; posts of which it is not known are in neither
/// @param effect on the metric as a share, shrunken: 0.1 is ten percent more; null where the data cannot tell
/// @param interval in which the effect lies at 90 % if there is one; it includes 0 unless the effect is flagged
/// @param lfsr how likely the effect is nothing or points the other way (local false sign rate)
/// @param flagged whether the effect may be claimed: of all that is flagged for an account, a tenth is expected to be
///     wrong at most
/// @param postsMissing about how many more posts with it (or without it, where these are fewer) it takes to tell: five
///     of each to look at it at all, and then as many as would show a difference of a fifth; 0 where such a difference
///     would have shown, or where the reason code is `goes_with_others`: then it takes posts with one and without the
/// other
public record Effect(
        EffectKind kind,
        String key,
        String name,
        int with,
        int without,
        @Nullable Double effect,
        @Nullable List<Double> interval,
        @Nullable Double lfsr,
        boolean flagged,
        int postsMissing,
        Evidence evidence) {
    public Effect {
        interval = interval == null ? null : List.copyOf(interval);
    }

    /// Its name in a sentence.
    public Value what() {
        boolean ofItself = kind == EffectKind.HASHTAG || kind == EffectKind.WEEKDAY;
        String within = ofItself ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        return Value.effect(kind.name().toLowerCase(Locale.ROOT), key, name, within);
    }
}
