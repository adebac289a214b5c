package io.tidemark.collect.demo;

import io.tidemark.metric.Format;
import io.tidemark.metric.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Writes posts from small word lists. No person and no brand is named.
record Texts(Voice voice) {
    private static final List<String> ENDINGS = List.of(
            "See you at the quay.",
            "Come by this week.",
            "Tell us how yours turned out.",
            "Which one is yours?",
            "Until the pot is empty.",
            "We saved you a seat.");
    private static final List<String> REPLIES = List.of(
            "Thank you, that made our morning!",
            "Good question: the grinder is set to 14.",
            "Yes, on Sundays too, from eight.",
            "Sorry to hear that. Please show the receipt, the next cup is ours.",
            "It is back in stock on Friday.",
            "Oat, soy or none at all, as you like.",
            "We ship on Mondays and Thursdays.");
    private static final List<String> GUESTS = List.of("", "Hi! ", "Ahoy! ", "Hello there, ", "Moin! ");
    private static final List<String> POLLS = List.of(
            "Filter or espresso on a Monday?",
            "What should we roast next: fruity, nutty or dark?",
            "How many cups until you answer e-mail?",
            "Should the quay terrace open an hour earlier?");

    String write(Style style, Dice dice) {
        if (style.placement() == Placement.REPLY) {
            return dice.pick(GUESTS) + dice.pick(REPLIES);
        }
        Theme theme = dice.pick(Theme.ALL);
        if (style.placement() == Placement.STORY) {
            return opening(theme, dice);
        }
        List<String> parts = new ArrayList<>();
        if (style.format() == Format.POLL) {
            parts.add(dice.pick(POLLS));
        } else if (style.format() == Format.DOCUMENT) {
            parts.add("A short guide in " + (4 + dice.below(8)) + " pages. " + opening(theme, dice));
        } else {
            parts.add(opening(theme, dice));
        }
        parts.addAll(body(theme, dice));
        if (style.format() == Format.LINK) {
            parts.add("https://harbour-coffee.example/" + theme.slug() + "/" + (1 + dice.below(99)));
        }
        parts.addAll(tags(theme, dice));
        return String.join(" ", parts);
    }

    private static String opening(Theme theme, Dice dice) {
        return dice.pick(theme.openings()).replace("{thing}", dice.pick(theme.things()));
    }

    private List<String> body(Theme theme, Dice dice) {
        List<String> sentences = new ArrayList<>();
        int first = dice.below(theme.details().size());
        for (int i = 0; i < voice.sentences() - 2; i++) {
            sentences.add(theme.details().get((first + i) % theme.details().size()));
        }
        if (voice.sentences() > 1) {
            sentences.add(dice.pick(ENDINGS));
        }
        return sentences;
    }

    private List<String> tags(Theme theme, Dice dice) {
        int wanted = voice.fewestTags() + dice.below(voice.mostTags() - voice.fewestTags() + 1);
        int first = dice.below(theme.tags().size());
        return IntStream.range(0, Math.min(wanted, theme.tags().size()))
                .mapToObj(i -> "#" + theme.tags().get((first + i) % theme.tags().size()))
                .toList();
    }
}
