package io.tidemark.collect.demo;

import java.util.List;

/// Something the coffee house talks about.
///
/// @param openings first sentences, which may name `{thing}`
/// @param details sentences for the middle
record Theme(String slug, List<String> things, List<String> openings, List<String> details, List<String> tags) {
    static final List<Theme> ALL = List.of(
            new Theme(
                    "roast",
                    List.of("honey-processed lot", "dark espresso", "spring roast", "single-farm lot", "house blend"),
                    List.of(
                            "Fresh from the drum: our {thing}.",
                            "The {thing} is back on the shelf.",
                            "We spent the week dialling in the {thing}.",
                            "Meet our {thing}."),
                    List.of(
                            "Expect plum, cocoa and a long finish.",
                            "Roasted on Tuesday, best from Friday on.",
                            "Bright in the cup, gentle on the stomach.",
                            "Forty bags, then it is gone."),
                    List.of("coffee", "roastery", "specialtycoffee", "espresso")),
            new Theme(
                    "brewing",
                    List.of("pour-over", "French press", "moka pot", "cold brew", "flat white"),
                    List.of(
                            "A better {thing} in three steps.",
                            "The most common mistake with a {thing}?",
                            "How we make our {thing} at the bar.",
                            "Your {thing} tastes sour? Try this."),
                    List.of(
                            "Grind finer, pour slower, wait longer.",
                            "Sixty grams to the litre, water just off the boil.",
                            "Warm the cup first; it matters more than you think.",
                            "Stir once and leave it alone."),
                    List.of("coffee", "brewing", "homebarista", "coffeetips")),
            new Theme(
                    "harbour",
                    List.of("first ferry", "morning fog", "summer evening", "winter sun", "fish market"),
                    List.of(
                            "The harbour, the {thing} and a cup of filter.",
                            "Nothing beats the {thing} from our window seats.",
                            "Open early for everyone who loves the {thing}.",
                            "Postcard from the quay: {thing}."),
                    List.of(
                            "The doors open at seven.",
                            "There is a seat for you on the pontoon.",
                            "Dogs get a bowl of water, sailors a second cup.",
                            "Bring a jacket, the wind is free."),
                    List.of("harbour", "coffeetime", "goodmorning", "coffee")),
            new Theme(
                    "sustainability",
                    List.of("returnable cup", "cargo bike", "oat milk", "repaired grinder", "compost bin"),
                    List.of(
                            "One year with the {thing}: what we learned.",
                            "Why we chose the {thing}.",
                            "Small thing, big effect: the {thing}.",
                            "The {thing} by the numbers."),
                    List.of(
                            "A third fewer bins to empty every week.",
                            "It costs a little more and saves a lot.",
                            "Not perfect yet, and we will keep at it.",
                            "Half of our guests joined in within a month."),
                    List.of("sustainability", "zerowaste", "coffee", "smallbusiness")),
            new Theme(
                    "team",
                    List.of("new barista", "roasting crew", "night shift", "pastry team", "apprentice"),
                    List.of(
                            "Say hello to our {thing}!",
                            "A day with the {thing}.",
                            "What the {thing} taught us this week.",
                            "Behind the counter with the {thing}."),
                    List.of(
                            "Ask for the cinnamon buns.",
                            "Five people, one very long table.",
                            "We are hiring for the season.",
                            "Practice, patience and a lot of milk foam."),
                    List.of("team", "barista", "behindthescenes", "hiring")),
            new Theme(
                    "events",
                    List.of("cupping", "latte art evening", "roastery tour", "open-mic night", "tasting at sea"),
                    List.of(
                            "Save the date: {thing} on Saturday.",
                            "The next {thing} is open for booking.",
                            "What a {thing}! Thank you for coming.",
                            "Last seats for the {thing}."),
                    List.of(
                            "Twelve seats, no experience needed.",
                            "Doors at six, first pour at half past.",
                            "Bring a friend and a curious nose.",
                            "We will post the recipes afterwards."),
                    List.of("event", "cupping", "latteart", "coffee")));
}
