package io.tidemark.serve.http;

import io.tidemark.analytics.BadQuery;
import io.tidemark.language.Language;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// The parameters of a request, each of which must be known: a misspelt one is refused rather than ignored.
public final class Parameters {
    private static final Sentence UNKNOWN =
            Sentence.of("parameter_unknown", "There is no parameter '{name}' here; there are {allowed}.");
    private static final Sentence BUSINESS_MISSING =
            Sentence.of("business_missing", "The parameter business_id is missing: say whose numbers you want.");
    private static final Sentence OUTSIDE = Sentence.of(
            "value_outside", "'{value}' is not a value of {name}: give a whole number from {least} to {most}.");
    private static final Sentence NO_ZONE =
            Sentence.of("value_no_zone", "'{value}' is not a time zone: name one such as Europe/Berlin or UTC.");

    private final Map<String, String[]> values;

    private Parameters(Map<String, String[]> values) {
        this.values = values;
    }

    /// @throws ProblemException 400 when there is one that is not allowed here
    public static Parameters of(HttpServletRequest request, Set<String> allowed) {
        return of(request.getParameterMap(), allowed);
    }

    public static Parameters of(Map<String, String[]> values, Set<String> allowed) {
        for (String name : new TreeSet<>(values.keySet())) {
            if (!allowed.contains(name)) {
                List<String> sorted = allowed.stream().sorted().toList();
                throw unknown(
                        name,
                        UNKNOWN.said(
                                Map.of("name", BadQuery.echo(name), "allowed", Value.name(String.join(", ", sorted)))),
                        sorted);
            }
        }
        return new Parameters(values);
    }

    /// A parameter, or a setting, that there is not.
    public static ProblemException unknown(String name, Said detail, List<String> allowed) {
        return Problem.of(HttpStatus.BAD_REQUEST, "unknown_parameter", detail)
                .with("parameter", shortened(name))
                .with("allowed", allowed)
                .exception();
    }

    /// @throws ProblemException 400 when it is missing or no such number
    public long businessId() {
        return one("business_id")
                .map(text -> id("business_id", text))
                .orElseThrow(() -> bad("business_id", BUSINESS_MISSING.said()));
    }

    /// In which to say what leaves the server as text; English where none is named.
    ///
    /// @throws ProblemException 400 when it is none that the server speaks
    public Language language() {
        return one("language")
                .map(key -> Language.find(key)
                        .orElseThrow(() -> refusal(BadQuery.noneOf("language", key, Language.keys()))))
                .orElse(Language.EN);
    }

    /// The one value of a parameter; an empty one counts as absent.
    ///
    /// @throws ProblemException 400 when it was given more than once
    public Optional<String> one(String name) {
        List<String> all = all(name);
        if (all.size() > 1) {
            throw refusal(BadQuery.givenTwice(name));
        }
        return all.stream().findFirst();
    }

    /// All values of a parameter that repeats, without empty ones.
    public List<String> all(String name) {
        String @Nullable [] given = values.get(name);
        return given == null
                ? List.of()
                : Arrays.stream(given)
                        .map(String::strip)
                        .filter(v -> !v.isEmpty())
                        .distinct()
                        .toList();
    }

    /// All values by name.
    public Map<String, List<String>> lists() {
        return values.keySet().stream().collect(Collectors.toMap(name -> name, this::all));
    }

    /// The same text for the same question, in whatever order it was asked.
    public String canonical() {
        return new TreeMap<>(values)
                .keySet().stream()
                        .map(name -> name + "=" + all(name).stream().sorted().toList())
                        .collect(Collectors.joining("&"));
    }

    public static long id(String name, String text) {
        if (!text.matches("[1-9]\\d{0,15}")) {
            throw refusal(BadQuery.noNumber(name, text));
        }
        return Long.parseLong(text);
    }

    /// @throws ProblemException 400 when it is no whole number of the range
    public static int whole(String name, String text, int least, int most) {
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw bad(
                name,
                OUTSIDE.said(Map.of(
                        "value", BadQuery.echo(text),
                        "name", Value.name(name),
                        "least", Value.count(least),
                        "most", Value.count(most))));
    }

    /// @throws ProblemException 400 when it is no time zone
    public static ZoneId zone(String name, String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException ignored) {
            throw bad(name, noZone(text));
        }
    }

    public static Said noZone(String text) {
        return NO_ZONE.said(Map.of("value", BadQuery.echo(text)));
    }

    /// A value that is refused, where there is no list of what it could have been.
    public static ProblemException bad(String name, Said detail) {
        return bad(name, detail, List.of());
    }

    /// A value that is refused.
    ///
    /// @param allowed what it could have been; empty where that is no list
    public static ProblemException bad(String name, Said detail, List<String> allowed) {
        Problem problem =
                Problem.of(HttpStatus.BAD_REQUEST, "bad_parameter", detail).with("parameter", name);
        return (allowed.isEmpty() ? problem : problem.with("allowed", allowed)).exception();
    }

    /// A question that contradicts itself or names what there is not.
    public static ProblemException refusal(BadQuery bad) {
        return bad(bad.parameter(), bad.said(), bad.allowed());
    }

    /// A value that is none of a list.
    public static ProblemException noneOf(String name, String value, List<String> allowed) {
        return refusal(BadQuery.noneOf(name, value, allowed));
    }

    public static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
