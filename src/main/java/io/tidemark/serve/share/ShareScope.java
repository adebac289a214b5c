package io.tidemark.serve.share;

import io.tidemark.ledger.Share;
import io.tidemark.serve.analytics.SharedQuestions;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.serve.http.ProblemException;
import io.tidemark.words.Sentence;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/// How far a link lets people see: one business, and the period, the filters and the rest that were shared. The
/// server puts them into each question, so that leaving one out widens nothing; naming another one is refused.
///
/// @param values of the parameters that were shared
public record ShareScope(long businessId, Map<String, List<String>> values) {
    private static final Sentence BEYOND =
            Sentence.of("beyond_share", "The link does not show this: its business, period and filters are fixed.");

    static final String BUSINESS = "business_id";

    /// What visitors may choose: in which form, and in which order, the same numbers are shown.
    private static final Set<String> FREE = Set.of(
            "metric", "granularity", "average", "split", "rank", "limit", "dimension", "sort", SharedQuestions.CURSOR);

    /// Which of a question's numbers are counted: a question that cannot leave out the others is not answered.
    private static final Set<String> FILTERS =
            Set.of("platform", "account_id", "group", "content_type", "label", "boosted", "search");

    public ShareScope {
        values = Map.copyOf(values);
    }

    static ShareScope of(Share share) {
        return of(share.businessId(), parse(share.search()));
    }

    /// @param search also what narrows nothing
    static ShareScope of(long businessId, Map<String, List<String>> search) {
        Map<String, List<String>> values = new TreeMap<>(search);
        values.keySet().retainAll(SharedQuestions.SCOPE_OF_POSTS);
        return new ShareScope(businessId, values);
    }

    /// The parameters of a query string, in the order of their names.
    public static Map<String, List<String>> parse(String search) {
        Map<String, List<String>> values = new TreeMap<>();
        for (String part : search.split("&", -1)) {
            int at = part.indexOf('=');
            if (at > 0) {
                values.computeIfAbsent(decoded(part.substring(0, at)), name -> new ArrayList<>())
                        .add(decoded(part.substring(at + 1)));
            }
        }
        return values;
    }

    public static String text(Map<String, List<String>> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .flatMap(entry ->
                                entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                        .collect(Collectors.joining("&"));
    }

    /// The parameters that are asked instead of those that a visitor gave.
    ///
    /// @param given by the visitor
    /// @param taken by the question
    /// @throws ProblemException 403 where the visitor gave another business, period or filter, or where the
    ///     question cannot be held to a filter
    Map<String, String[]> applied(Map<String, String[]> given, Set<String> taken) {
        for (String name : values.keySet()) {
            if (FILTERS.contains(name) && !taken.contains(name)) {
                throw beyond(name);
            }
        }
        return putIn(given, taken);
    }

    /// The parameters that are asked instead about one post, which is known to pass the filters.
    ///
    /// @throws ProblemException 403 where the visitor gave another business or anything else that was not shared
    Map<String, String[]> ofPost(Map<String, String[]> given) {
        return putIn(given, SharedQuestions.OF_ONE_POST);
    }

    private Map<String, String[]> putIn(Map<String, String[]> given, Set<String> taken) {
        Map<String, String[]> parameters = new HashMap<>();
        given.forEach((name, asked) -> {
            if (FREE.contains(name)) {
                parameters.put(name, asked);
            } else if (!isShared(name, asked)) {
                throw beyond(name);
            }
        });
        values.forEach((name, shared) -> {
            if (taken.contains(name)) {
                parameters.put(name, shared.toArray(String[]::new));
            }
        });
        parameters.put(BUSINESS, new String[] {Long.toString(businessId)});
        return parameters;
    }

    /// All that was shared, as the parameters of a question that takes everything.
    Parameters parameters() {
        Map<String, String[]> all = new LinkedHashMap<>();
        values.forEach((name, shared) -> all.put(name, shared.toArray(String[]::new)));
        return Parameters.of(all, SharedQuestions.SCOPE_OF_POSTS);
    }

    private boolean isShared(String name, String[] asked) {
        List<String> shared =
                name.equals(BUSINESS) ? List.of(Long.toString(businessId)) : values.getOrDefault(name, List.of());
        return Set.copyOf(shared)
                .equals(Arrays.stream(asked).filter(value -> !value.isEmpty()).collect(Collectors.toSet()));
    }

    static ProblemException beyond(String name) {
        return Problem.of(HttpStatus.FORBIDDEN, "beyond_share", BEYOND.said())
                .with("parameter", Parameters.shortened(name))
                .exception();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
