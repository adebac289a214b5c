package io.tidemark.collect.simulator.meta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// The fields that a call asks for, with what stands behind each: `insights.metric(reach){name}`.
record MetaFields(Map<String, String> asked) {
    private static final Pattern METRICS = Pattern.compile("metric\\(([^)]*)\\)");

    static MetaFields of(String text) {
        Map<String, String> asked = new LinkedHashMap<>();
        for (String field : split(text)) {
            int end = 0;
            while (end < field.length() && (Character.isLetterOrDigit(field.charAt(end)) || field.charAt(end) == '_')) {
                end++;
            }
            asked.put(field.substring(0, end), field.substring(end));
        }
        return new MetaFields(asked);
    }

    boolean has(String name) {
        return asked.containsKey(name);
    }

    /// The names of metrics behind a field.
    List<String> metrics(String name) {
        Matcher metrics = METRICS.matcher(asked.getOrDefault(name, ""));
        return metrics.find() ? List.of(metrics.group(1).split(",", -1)) : List.of();
    }

    /// Only what was asked for; the id always.
    ObjectNode of(ObjectNode whole) {
        List<String> others = new ArrayList<>();
        whole.propertyNames().forEach(name -> {
            if (!has(name) && !name.equals("id")) {
                others.add(name);
            }
        });
        others.forEach(whole::remove);
        return whole;
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            depth += letter == '(' || letter == '{' ? 1 : letter == ')' || letter == '}' ? -1 : 0;
            if (letter == ',' && depth == 0) {
                parts.add(text.substring(begin, at));
                begin = at + 1;
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }
}
