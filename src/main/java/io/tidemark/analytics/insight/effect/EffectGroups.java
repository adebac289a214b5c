package io.tidemark.analytics.insight.effect;

import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Puts effects of a kind together, and says what of the kind is not among them.
final class EffectGroups {
    private static final Sentence NO_TEXTS = Sentence.of("no_texts_known", "No text of a post is known.");
    private static final Sentence MENTIONS =
            Sentence.of("mentions_left_out", "Mentions are left out: LinkedIn shows them as plain names.");
    private static final Sentence ONE_TYPE =
            Sentence.of("posts_of_one_type", "All posts are of one type: there is nothing to compare.");
    private static final Sentence ONE_LENGTH =
            Sentence.of("texts_of_one_length", "All texts are about as long: there is nothing to compare.");
    private static final Sentence ONE_WEEKDAY =
            Sentence.of("posts_of_one_weekday", "All posts went out on one weekday: there is nothing to compare.");
    private static final Sentence NOTHING = Sentence.of("nothing_to_compare", "There is nothing to compare.");
    private static final Sentence NO_HASHTAGS = Sentence.of("no_hashtags", "No hashtag is in more than one post.");
    private static final Sentence RARE = Sentence.counting(
            "hashtags_rare",
            "{n} more hashtag is in fewer than {fewest} posts, or missing from fewer.",
            "{n} more hashtags are in fewer than {fewest} posts, or missing from fewer.");
    private static final Sentence BEYOND = Sentence.counting(
            "hashtags_beyond_most_used",
            "{n} more hashtag would take more posts to look at so many at once; the most used ones come first.",
            "{n} more hashtags would take more posts to look at so many at once; the most used ones come first.");

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
            return new EffectGroup(kind, effects, 0, "no_texts", NO_TEXTS.said());
        }
        if (kind == EffectKind.HASHTAG) {
            return hashtags(effects);
        }
        if (kind == EffectKind.TEXT && !candidates.mentionsAreTold()) {
            return new EffectGroup(kind, effects, 1, "mentions_not_told", MENTIONS.said());
        }
        return effects.isEmpty()
                ? new EffectGroup(
                        kind,
                        effects,
                        0,
                        "nothing_to_compare",
                        nothingToCompare(kind).said())
                : new EffectGroup(kind, effects, 0, null, null);
    }

    private static Sentence nothingToCompare(EffectKind kind) {
        return switch (kind) {
            case CONTENT_TYPE -> ONE_TYPE;
            case LENGTH -> ONE_LENGTH;
            case WEEKDAY -> ONE_WEEKDAY;
            case HASHTAG, TEXT -> NOTHING;
        };
    }

    private EffectGroup hashtags(List<Effect> effects) {
        List<Said> reasons = new ArrayList<>();
        int rare = candidates.rareHashtags();
        int beyond = candidates.hashtagsBeyond();
        if (rare > 0) {
            reasons.add(RARE.said(Map.of("n", Value.count(rare), "fewest", Value.count(Candidate.FEWEST))));
        }
        if (beyond > 0) {
            reasons.add(BEYOND.said(Map.of("n", Value.count(beyond))));
        }
        if (!reasons.isEmpty()) {
            String code = beyond > 0 ? "beyond_most_used" : EffectEvidence.TOO_FEW_POSTS;
            return new EffectGroup(EffectKind.HASHTAG, effects, rare + beyond, code, Said.inTurn(reasons));
        }
        return effects.isEmpty()
                ? new EffectGroup(EffectKind.HASHTAG, effects, 0, "no_hashtags", NO_HASHTAGS.said())
                : new EffectGroup(EffectKind.HASHTAG, effects, 0, null, null);
    }
}
