package io.tidemark.collect.connector.graph;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds out which metric Meta refuses. Its message lists those that it knows, names the bad one, or counts it among
/// those that were asked for; or does nothing of that.
public final class RefusedMetrics {
    private static final Pattern KNOWN = Pattern.compile("must be one of the following values:(.*)", Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile("metric\\[(\\d{1,3})]");
    private static final int LONGEST = 200;

    private RefusedMetrics() {}

    /// The same failure, with the refused metrics by name where the message tells them.
    ///
    /// @param asked in the order in which they were asked for
    public static CallFailed named(CallFailed failed, List<String> asked) {
        if (!(failed.fault() instanceof Fault.MetricRefused refused)) {
            return failed;
        }
        Set<String> metrics = names(refused.said().english(), asked);
        return new CallFailed(new Fault.MetricRefused(refused.said().naming(RefusedMetrics::shorter), metrics), failed);
    }

    private static String shorter(String words) {
        return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    }

    private static Set<String> names(String said, List<String> asked) {
        Matcher known = KNOWN.matcher(said);
        if (known.find()) {
            Set<String> refused = new TreeSet<>(asked);
            refused.removeAll(words(known.group(1)));
            if (refused.size() < asked.size()) {
                return refused;
            }
        }
        Set<String> named = words(said);
        named.retainAll(asked);
        return named.isEmpty() ? byPlace(said, asked) : named;
    }

    private static Set<String> byPlace(String said, List<String> asked) {
        Matcher place = PLACE.matcher(said);
        if (!place.find()) {
            return Set.of();
        }
        int index = Integer.parseInt(place.group(1));
        return index < asked.size() ? Set.of(asked.get(index)) : Set.of();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("\\W+", -1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
