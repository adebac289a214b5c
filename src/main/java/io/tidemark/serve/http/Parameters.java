package io.tidemark.serve.http;

import io.tidemark.analytics.BadQuery;
import jakarta.servlet.http.HttpServletRequest;
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
                throw Problem.of(
                                HttpStatus.BAD_REQUEST,
                                "unknown_parameter",
                                "There is no parameter '" + shortened(name) + "' here; there are "
                                        + String.join(", ", sorted) + ".")
                        .with("parameter", shortened(name))
                        .with("allowed", sorted)
                        .exception();
            }
        }
        return new Parameters(values);
    }

    /// @throws ProblemException 400 when it is missing or no such number
    public long businessId() {
        return one("business_id")
                .map(text -> id("business_id", text))
                .orElseThrow(() -> bad(
                        "business_id", "The parameter business_id is missing: say whose numbers you want.", List.of()));
    }

    /// The one value of a parameter; an empty one counts as absent.
    ///
    /// @throws ProblemException 400 when it was given more than once
    public Optional<String> one(String name) {
        List<String> all = all(name);
        if (all.size() > 1) {
            throw bad(name, "The parameter " + name + " may be given once only.", List.of());
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
            throw bad(
                    name, "'" + shortened(text) + "' is not a " + name + ": give a positive whole number.", List.of());
        }
        return Long.parseLong(text);
    }

    /// A value that is refused.
    ///
    /// @param allowed what it could have been; empty where that is no list
    public static ProblemException bad(String name, String detail, List<String> allowed) {
        Problem problem =
                Problem.of(HttpStatus.BAD_REQUEST, "bad_parameter", detail).with("parameter", name);
        return (allowed.isEmpty() ? problem : problem.with("allowed", allowed)).exception();
    }

    /// A question that contradicts itself or names what there is not.
    public static ProblemException refusal(BadQuery bad) {
        return bad(bad.parameter(), String.valueOf(bad.getMessage()), bad.allowed());
    }

    /// A value that is none of a list.
    public static ProblemException noneOf(String name, String value, List<String> allowed) {
        return bad(
                name,
                "'" + shortened(value) + "' is not a " + name + "; allowed are " + String.join(", ", allowed) + ".",
                allowed);
    }

    public static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
