package io.tidemark.ledger.label;

import io.tidemark.frame.Names;
import io.tidemark.words.Refusal;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What gives a label to posts by itself. Case never matters.
///
/// @param value without `#` for a hashtag, cleaned of superfluous white space for a text
/// @param wholeWords for a text: it must not be a part of a longer word
public record LabelRule(Type type, String value, boolean wholeWords) {
    private static final Sentence NO_HASHTAG =
            Sentence.of("rule_no_hashtag", "A hashtag is made of letters, digits and underscores.");
    private static final Sentence EMPTY = Sentence.of("rule_empty", "A rule needs a value.");
    private static final Sentence TOO_LONG =
            Sentence.of("rule_too_long", "The value of a rule has at most {most} characters.");
    private static final Sentence WORDS_OF_TEXT =
            Sentence.of("rule_words_of_text", "Only a rule of type text knows whole words.");

    public static final int LONGEST_VALUE = 200;

    public enum Type {
        /// The post's text holds the hashtag.
        HASHTAG,
        /// The post's text contains the value.
        TEXT,
        /// A link in the post's text, or its address, has this `utm_campaign`.
        UTM_CAMPAIGN;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Type> find(String key) {
            return Arrays.stream(values())
                    .filter(type -> type.key().equals(key))
                    .findFirst();
        }

        public static List<String> keys() {
            return Arrays.stream(values()).map(Type::key).toList();
        }
    }

    /// @throws Refusal when the value is none that could ever match
    public static LabelRule of(Type type, String value, boolean wholeWords) {
        String clean = Names.clean(value);
        if (type == Type.HASHTAG) {
            clean = clean.startsWith("#") || clean.startsWith("＃") ? clean.substring(1) : clean;
            if (!Words.isWord(clean)) {
                throw new Refusal(NO_HASHTAG.said());
            }
        }
        if (clean.isEmpty()) {
            throw new Refusal(EMPTY.said());
        }
        if (clean.length() > LONGEST_VALUE) {
            throw new Refusal(TOO_LONG.said(Map.of("most", Value.count(LONGEST_VALUE))));
        }
        if (wholeWords && type != Type.TEXT) {
            throw new Refusal(WORDS_OF_TEXT.said());
        }
        return new LabelRule(type, clean, wholeWords);
    }
}
