package io.tidemark.analytics.insight.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Puts effects of a kind together, and says what of the kind is not among them.
final class EffectGroups {
    private final Candidates candidates;

    EffectGroups(Candidates candidates) {
        this.candidates = candidates;
    }

    List<EffectGroup> of(List<Effect> effects) {
        return Arrays.stream(EffectKind.values())
                .map(kind -> group(
                        kind,
                        effects.stream().filter(effect -> effect.kind() == kind).toList()))
                .toList();
    }

    private EffectGroup group(EffectKind kind, List<Effect> effects) {
        boolean ofTexts = kind == EffectKind.HASHTAG || kind == EffectKind.LENGTH || kind == EffectKind.TEXT;
        if (ofTexts && candidates.known() == 0) {
            return new EffectGroup(kind, effects, 0, "no_texts", "No text of a post is known.");
        }
        if (kind == EffectKind.HASHTAG) {
            return hashtags(effects);
        }
        if (kind == EffectKind.TEXT && !candidates.mentionsAreTold()) {
            return new EffectGroup(
                    kind,
                    effects,
                    1,
                    "mentions_not_told",
                    "Mentions are left out: LinkedIn shows them as plain names.");
        }
        return effects.isEmpty()
                ? new EffectGroup(kind, effects, 0, "nothing_to_compare", nothingToCompare(kind))
                : new EffectGroup(kind, effects, 0, null, null);
    }

    private static String nothingToCompare(EffectKind kind) {
        return switch (kind) {
            case CONTENT_TYPE -> "All posts are of one type: there is nothing to compare.";
            case LENGTH -> "All texts are about as long: there is nothing to compare.";
            case WEEKDAY -> "All posts went out on one weekday: there is nothing to compare.";
            case HASHTAG, TEXT -> "There is nothing to compare.";
        };
    }

    private EffectGroup hashtags(List<Effect> effects) {
        List<String> reasons = new ArrayList<>();
        int rare = candidates.rareHashtags();
        int beyond = candidates.hashtagsBeyond();
        if (rare > 0) {
            reasons.add("%d more %s in fewer than %d posts, or missing from fewer"
                    .formatted(rare, rare == 1 ? "hashtag is" : "hashtags are", Candidate.FEWEST));
        }
        if (beyond > 0) {
            reasons.add("%d more would take more posts to look at so many at once; the most used ones come first"
                    .formatted(beyond));
        }
        if (!reasons.isEmpty()) {
            String code = beyond > 0 ? "beyond_most_used" : EffectEvidence.TOO_FEW_POSTS;
            return new EffectGroup(
                    EffectKind.HASHTAG, effects, rare + beyond, code, String.join(", and ", reasons) + ".");
        }
        return effects.isEmpty()
                ? new EffectGroup(EffectKind.HASHTAG, effects, 0, "no_hashtags", "No hashtag is in more than one post.")
                : new EffectGroup(EffectKind.HASHTAG, effects, 0, null, null);
    }
}
