package io.tidemark.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A sentence, or a part of one, with `{places}` for what differs each time that it is said. It is a constant where it
/// is said, so that the English stands in the code; the catalogue has its German under the code. Within another
/// sentence its own first word is small.
///
/// @param code stable name, which no other sentence has
/// @param one the English for one thing; the same as `other` where nothing is counted
/// @param other the English for any other number of things, which is in the place `n`
public record Sentence(String code, String one, String other) {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final String COUNTED = "n";

    /// @throws IllegalArgumentException where the code is no stable name
    public Sentence {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("A code is of small letters, digits and underscores: " + code);
        }
    }

    public static Sentence of(String code, String english) {
        return new Sentence(code, english, english);
    }

    /// A sentence that reads otherwise where `{n}` is one.
    public static Sentence counting(String code, String one, String other) {
        return new Sentence(code, one, other);
    }

    public boolean counts() {
        return !one.equals(other);
    }

    /// The names of its places, in their order.
    public List<String> places() {
        return PLACE.matcher(other)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /// A sentence that is always the same.
    public Said said() {
        return said(Map.of());
    }

    /// @throws IllegalArgumentException where these are not the values of its places
    public Said said(Map<String, Value> values) {
        Map<String, Value> ordered = new LinkedHashMap<>();
        for (String place : places()) {
            Value value = values.get(place);
            if (value != null) {
                ordered.put(place, value);
            }
        }
        if (ordered.size() != places().size() || ordered.size() != values.size()) {
            throw new IllegalArgumentException(
                    "The sentence %s has the places %s, not %s".formatted(code, places(), values.keySet()));
        }
        return new Said(this, ordered);
    }

    /// @param begins whether it is where a sentence begins, with a capital
    String english(Map<String, Value> values, boolean begins) {
        boolean single = counts() && values.get(COUNTED) instanceof Value.Quantity counted && counted.value() == 1;
        String form = single ? one : other;
        String english = PLACE.matcher(form).replaceAll(found -> {
            Value value = values.getOrDefault(found.group(1), Value.name(found.group()));
            String before = form.substring(0, found.start());
            boolean first = before.isEmpty() ? begins : before.endsWith(". ");
            return Matcher.quoteReplacement(value.english(first));
        });
        boolean ownWord = form.charAt(0) != '{';
        return begins || !ownWord ? english : english.substring(0, 1).toLowerCase(Locale.ROOT) + english.substring(1);
    }
}
