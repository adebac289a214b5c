package io.tidemark.analytics.insight.effect;

import io.tidemark.analytics.insight.ResponseMetric;
import io.tidemark.frame.Wording;
import io.tidemark.metric.ContentType;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// What is said of effects in words.
final class EffectText {
    private static final int NAMED = 3;

    private static final Sentence MORE = Sentence.of("goes_with_more", "Goes with more {metric}: {effects}.");
    private static final Sentence LESS = Sentence.of("goes_with_less", "Goes with less {metric}: {effects}.");
    private static final Sentence SIZED = Sentence.of("effect_sized", "{what} ({size}, likely between {lo} and {hi})");
    private static final Sentence AND_MORE = Sentence.of("so_many_more", "{more} more");
    private static final Sentence OTHERS = Sentence.counting(
            "others_within_chance",
            "Of {n} other thing looked at in {posts} posts, none makes a difference that can be told from chance.",
            "Of {n} other things looked at in {posts} posts, none makes a difference that can be told from chance.");
    private static final Sentence NOTHING = Sentence.of(
            "nothing_stands_out",
            "Nothing stands out: of {looked_at} things looked at in {posts} posts, none makes a difference in {metric} that"
                    + " can be told from chance.");
    private static final Sentence TOO_FEW = Sentence.counting(
            "effects_too_few_posts",
            "{n} post is too few to tell what works; it takes at least {needed}, {missing} more.",
            "{n} posts are too few to tell what works; it takes at least {needed}, {missing} more.");
    private static final Sentence ALL_ALIKE = Sentence.of(
            "all_posts_alike", "All posts are alike in everything that is looked at: there is nothing to compare.");

    private EffectText() {}

    static String name(ContentType type) {
        return switch (type) {
            case TEXT -> "Text posts";
            case IMAGE -> "Images";
            case CAROUSEL -> "Carousels";
            case VIDEO -> "Videos";
            case DOCUMENT -> "Documents";
            case LINK -> "Link posts";
            case POLL -> "Polls";
            case REEL -> "Reels";
            case SHORT -> "Shorts";
            case STORY -> "Stories";
            case LIVE -> "Live posts";
            case REPLY -> "Replies";
            case UNKNOWN -> "Posts of unknown type";
        };
    }

    static String weekday(int fromMonday) {
        return DayOfWeek.of(fromMonday + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    static String lengthKey(int level) {
        int[] ends = StudiedPosts.LENGTHS;
        if (level == ends.length) {
            return "over_" + ends[level - 1];
        }
        return (level == 0 ? 0 : ends[level - 1] + 1) + "_" + ends[level];
    }

    static String lengthName(int level) {
        int[] ends = StudiedPosts.LENGTHS;
        if (level == ends.length) {
            return "Over " + ends[level - 1] + " characters";
        }
        return level == 0
                ? "Up to " + ends[0] + " characters"
                : "%d to %d characters".formatted(ends[level - 1] + 1, ends[level]);
    }

    static String key(Wording.Trait trait) {
        return switch (trait) {
            case LINKS -> "link";
            case ASKS -> "question";
            case MENTIONS -> "mention";
        };
    }

    static String name(Wording.Trait trait) {
        return switch (trait) {
            case LINKS -> "A link in the text";
            case ASKS -> "A question in the text";
            case MENTIONS -> "Somebody mentioned in the text";
        };
    }

    /// Of hashtags that always occur together.
    static String together(List<String> names) {
        if (names.size() <= NAMED) {
            return String.join(" with ", names);
        }
        return "%s with %s and %d others".formatted(names.get(0), names.get(1), names.size() - 2);
    }

    /// @param flagged the effects that may be claimed
    static Said standingOut(List<Effect> flagged, int lookedAt, int posts, ResponseMetric metric) {
        List<Said> said = new ArrayList<>();
        List<Effect> more = flagged.stream().filter(effect -> size(effect) > 0).toList();
        List<Effect> less = flagged.stream().filter(effect -> size(effect) <= 0).toList();
        if (!more.isEmpty()) {
            said.add(MORE.said(Map.of("metric", metric.inWords(), "effects", list(more))));
        }
        if (!less.isEmpty()) {
            said.add(LESS.said(Map.of("metric", metric.inWords(), "effects", list(less))));
        }
        int others = lookedAt - flagged.size();
        if (others > 0) {
            said.add(OTHERS.said(Map.of("n", Value.count(others), "posts", Value.count(posts))));
        }
        return Said.inTurn(said);
    }

    static Said nothing(int lookedAt, int posts, ResponseMetric metric) {
        return NOTHING.said(
                Map.of("looked_at", Value.count(lookedAt), "posts", Value.count(posts), "metric", metric.inWords()));
    }

    static Said tooFew(int posts, int needed) {
        return TOO_FEW.said(
                Map.of("n", Value.count(posts), "needed", Value.count(needed), "missing", Value.count(needed - posts)));
    }

    static Said impossible(String reason, ResponseMetric metric) {
        return switch (reason) {
            case "metric_not_provided" -> metric.notProvided();
            case "no_posts" -> ResponseMetric.noPosts();
            case "not_collected" -> metric.notCollected();
            default -> ALL_ALIKE.said();
        };
    }

    private static Value list(List<Effect> effects) {
        List<Said> named = new ArrayList<>(
                effects.stream().limit(NAMED).map(EffectText::sized).toList());
        int more = effects.size() - NAMED;
        if (more > 0) {
            named.add(AND_MORE.said(Map.of("more", Value.count(more))));
        }
        return Value.list(named);
    }

    private static Said sized(Effect effect) {
        List<Double> interval = Objects.requireNonNull(effect.interval());
        return SIZED.said(Map.of(
                "what", effect.what(),
                "size", Value.signedPercent(size(effect)),
                "lo", Value.signedPercent(interval.getFirst()),
                "hi", Value.signedPercent(interval.getLast())));
    }

    private static double size(Effect effect) {
        return Objects.requireNonNull(effect.effect());
    }
}
