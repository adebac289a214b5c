package io.tidemark.analytics.insight.effect;

import io.tidemark.analytics.insight.ResponseMetric;
import io.tidemark.frame.Wording;
import io.tidemark.metric.ContentType;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// What is said of effects in words.
final class EffectText {
    private static final int NAMED = 3;

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
    static String standingOut(List<Effect> flagged, int lookedAt, int posts, ResponseMetric metric) {
        String more = list(flagged.stream().filter(effect -> size(effect) > 0).toList());
        String less = list(flagged.stream().filter(effect -> size(effect) <= 0).toList());
        String text = more.isEmpty() ? "" : "Goes with more %s: %s. ".formatted(name(metric), more);
        text += less.isEmpty() ? "" : "Goes with less %s: %s. ".formatted(name(metric), less);
        int others = lookedAt - flagged.size();
        return text
                + (others == 0
                                ? ""
                                : "Of %d other %s looked at in %d posts, none makes a difference that can be told from chance."
                                        .formatted(others, others == 1 ? "thing" : "things", posts))
                        .strip();
    }

    static String nothing(int lookedAt, int posts, ResponseMetric metric) {
        return ("Nothing stands out: of %d things looked at in %d posts, none makes a difference in %s that can be told"
                        + " from chance.")
                .formatted(lookedAt, posts, name(metric));
    }

    static String tooFew(int posts, int needed) {
        return "%d %s too few to tell what works; it takes at least %d, so %d more %s needed."
                .formatted(
                        posts,
                        posts == 1 ? "post is" : "posts are",
                        needed,
                        needed - posts,
                        needed - posts == 1 ? "is" : "are");
    }

    static String impossible(String reason, ResponseMetric metric) {
        return switch (reason) {
            case "metric_not_provided" -> "The platform does not provide what %s needs.".formatted(name(metric));
            case "no_posts" -> "There are no posts in the 365 days up to the end of the period.";
            case "not_collected" -> "No post reports what %s needs.".formatted(name(metric));
            default -> "All posts are alike in everything that is looked at: there is nothing to compare.";
        };
    }

    private static String list(List<Effect> effects) {
        String named = effects.stream().limit(NAMED).map(EffectText::sized).collect(Collectors.joining(", "));
        int more = effects.size() - NAMED;
        return more > 0 ? named + " and " + more + " more" : named;
    }

    private static String sized(Effect effect) {
        List<Double> interval = Objects.requireNonNull(effect.interval());
        String name = effect.kind() == EffectKind.HASHTAG || effect.kind() == EffectKind.WEEKDAY
                ? effect.name()
                : effect.name().substring(0, 1).toLowerCase(Locale.ROOT)
                        + effect.name().substring(1);
        return "%s (%s, likely between %s and %s)"
                .formatted(name, percent(size(effect)), percent(interval.getFirst()), percent(interval.getLast()));
    }

    private static double size(Effect effect) {
        return Objects.requireNonNull(effect.effect());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%+.0f %%", share * 100);
    }

    private static String name(ResponseMetric metric) {
        return switch (metric) {
            case ENGAGEMENT -> "engagement";
            case REACH -> "reach";
            case ER -> "engagement rate";
        };
    }
}
