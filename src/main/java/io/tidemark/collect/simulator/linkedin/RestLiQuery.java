package io.tidemark.collect.simulator.linkedin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A query as Rest.li 2.0 reads it: structures are raw, values encoded. What is encoded too much or too little is
/// refused.
final class RestLiQuery {
    private static final Pattern LIST = Pattern.compile("List\\(([^()]*)\\)");
    private static final Pattern DAYS =
            Pattern.compile("\\(timeRange:\\(start:(\\d+),end:(\\d+)\\),timeGranularityType:DAY\\)");
    private static final String DATE = "\\(day:(\\d+),month:(\\d+),year:(\\d+)\\)";
    private static final Pattern DATES = Pattern.compile("\\(start:" + DATE + ",end:" + DATE + "\\)");
    private static final long DAY_MILLIS = 86_400_000;

    private final Map<String, String> raw = new HashMap<>();

    RestLiQuery(String query) {
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                raw.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
    }

    /// Days, the end left out.
    record Days(LocalDate from, LocalDate to) {}

    boolean has(String name) {
        return raw.containsKey(name);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(raw.get(name)).map(RestLiQuery::decoded);
    }

    String required(String name) {
        return text(name).orElseThrow(() -> Refusal.badParameter("Parameter " + name + " is required"));
    }

    int number(String name, int otherwise) {
        String text = raw.getOrDefault(name, Integer.toString(otherwise));
        if (!text.matches("\\d{1,9}")) {
            throw Refusal.badParameter("Invalid value of " + name);
        }
        return Integer.parseInt(text);
    }

    /// Empty where the parameter is left out.
    List<String> list(String name) {
        String text = raw.get(name);
        if (text == null) {
            return List.of();
        }
        Matcher list = LIST.matcher(text);
        if (!list.matches() || list.group(1).isEmpty() || list.group(1).contains(":")) {
            throw Refusal.badParameter("Array parameter '" + name + "' value '" + text + "' is invalid");
        }
        return Arrays.stream(list.group(1).split(",", -1))
                .map(RestLiQuery::decoded)
                .toList();
    }

    Days intervals() {
        Matcher days = DAYS.matcher(raw.getOrDefault("timeIntervals", ""));
        if (!days.matches()) {
            throw Refusal.badParameter("Invalid value of timeIntervals");
        }
        return new Days(day(days.group(1)), day(days.group(2)));
    }

    Days dates() {
        Matcher dates = DATES.matcher(raw.getOrDefault("dateRange", ""));
        if (!dates.matches()) {
            throw Refusal.badParameter("Invalid value of dateRange");
        }
        return new Days(date(dates, 1), date(dates, 4));
    }

    /// The member of a union, such as `(share:urn%3Ali%3Ashare%3A1)`.
    Optional<String> union(String name, String member) {
        String text = raw.getOrDefault(name, "");
        String begin = "(" + member + ":";
        return text.startsWith(begin) && text.endsWith(")")
                ? Optional.of(decoded(text.substring(begin.length(), text.length() - 1)))
                : Optional.empty();
    }

    private static LocalDate day(String millis) {
        long time = Long.parseLong(millis);
        if (time % DAY_MILLIS != 0) {
            throw Refusal.badParameter("Time ranges begin and end at midnight");
        }
        return LocalDate.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC);
    }

    private static LocalDate date(Matcher dates, int group) {
        return LocalDate.of(
                Integer.parseInt(dates.group(group + 2)),
                Integer.parseInt(dates.group(group + 1)),
                Integer.parseInt(dates.group(group)));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
