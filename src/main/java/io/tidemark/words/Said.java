package io.tidemark.words;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A sentence with what is in its places, from which it can be told in any language.
///
/// @param values by the names of the places, in their order
public record Said(Sentence sentence, Map<String, Value> values) {
    private static final Sentence IN_TURN = Sentence.of("in_turn", "{sentences}");

    public Said {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// Several sentences, one after the other.
    public static Said inTurn(List<Said> sentences) {
        return sentences.size() == 1
                ? sentences.getFirst()
                : IN_TURN.said(Map.of("sentences", Value.sentences(sentences)));
    }

    public String english() {
        return english(true);
    }

    String english(boolean begins) {
        return sentence.english(values, begins);
    }

    @Override
    public String toString() {
        return english();
    }
}
