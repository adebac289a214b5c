package io.tidemark.words;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

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

    /// This sentence with another one after it.
    public Said and(Said next) {
        return inTurn(List.of(this, next));
    }

    /// The same with other names and other words of somebody else.
    public Said naming(UnaryOperator<String> other) {
        Map<String, Value> renamed = new LinkedHashMap<>();
        values.forEach((place, value) -> renamed.put(place, naming(value, other)));
        return new Said(sentence, renamed);
    }

    private static Value naming(Value value, UnaryOperator<String> other) {
        return switch (value) {
            case Value.Term term when term.naming() == Value.Naming.NAME -> Value.name(other.apply(term.value()));
            case Value.Term term when term.naming() == Value.Naming.QUOTE -> Value.quote(other.apply(term.value()));
            case Value.Clause(Said said) -> Value.clause(said.naming(other));
            case Value.Clauses(List<Said> all, Value.Joined joined) ->
                new Value.Clauses(all.stream().map(one -> one.naming(other)).toList(), joined);
            case Value.Quantity _, Value.Term _, Value.Kept _ -> value;
        };
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
