package io.tidemark.language;

import io.tidemark.metric.Platform;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Sentences in German, from what they are made of, as the page makes them (`web/src/text/said.ts`): a test holds the
/// two to the same examples.
final class German {
    private static final Catalogue SAYINGS = Catalogue.read("sentences.de.json");
    private static final Catalogue NAMES = Catalogue.read("names.de.json");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern LENGTH = Pattern.compile("(over|\\d+)_(\\d+)");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMANY);
    private static final double DAYS_FROM = 48;
    private static final double HOURS_PER_DAY = 24;

    private German() {}

    /// Empty where the catalogue does not have the sentence, or a part of it.
    ///
    /// @param said as [SaidJson] writes it
    static Optional<String> told(JsonNode said) {
        JsonNode values = said.path("values");
        JsonNode counted = values.path("n");
        double count = counted.has("digits") ? counted.path("value").doubleValue() : 0;
        return SAYINGS.text(count, said.path("code").asString()).flatMap(text -> {
            Map<String, String> filled = new HashMap<>();
            for (Map.Entry<String, JsonNode> value : values.properties()) {
                Optional<String> words = inWords(value.getValue());
                if (words.isEmpty()) {
                    return Optional.empty();
                }
                filled.put(value.getKey(), words.get());
            }
            return Optional.of(filled(text, filled));
        });
    }

    private static Optional<String> inWords(JsonNode value) {
        String kind = value.path("kind").asString();
        return switch (kind) {
            case "sentence" -> told(value.path("value"));
            case "sentences" -> several(value);
            case "number", "percent", "span", "hour", "weekday" -> Optional.of(quantity(kind, value));
            default -> Optional.of(name(kind, value.path("value").asString()));
        };
    }

    private static Optional<String> several(JsonNode value) {
        List<String> all = new ArrayList<>();
        for (JsonNode one : value.path("value")) {
            Optional<String> words = told(one);
            if (words.isEmpty()) {
                return Optional.empty();
            }
            all.add(words.get());
        }
        return Optional.of(value.path("joined").asString().equals("and") ? listed(all) : String.join(" ", all));
    }

    private static String listed(List<String> parts) {
        return parts.size() < 2
                ? String.join("", parts)
                : message(
                        0,
                        "{words} and {last}",
                        Map.of(
                                "words",
                                parts.stream().limit(parts.size() - 1L).collect(Collectors.joining(", ")),
                                "last",
                                parts.getLast()));
    }

    private static String name(String kind, String value) {
        return switch (kind) {
            case "quote" -> NAMES.text(0, "messages", value).orElse(value);
            case "day" -> LocalDate.parse(value).format(DAY);
            case "platform" -> Platform.find(value).map(Platform::title).orElse(value);
            case "metric" -> NAMES.text(0, kind, value).orElseGet(() -> value.replace('_', ' '));
            case "content_type", "part" -> NAMES.text(0, kind, value).orElse(value);
            case "effect" -> effect(value);
            default -> value;
        };
    }

    private static String effect(String value) {
        String kind = value.substring(0, Math.max(value.indexOf('/'), 0));
        String key = value.substring(value.indexOf('/') + 1);
        return switch (kind) {
            case "weekday" -> key.matches("[1-7]") ? weekday(Integer.parseInt(key)) : key;
            case "length" -> length(key);
            default -> NAMES.text(0, "effect", value).orElse(key);
        };
    }

    private static String length(String key) {
        Matcher bounds = LENGTH.matcher(key);
        if (!bounds.matches()) {
            return key;
        }
        String from = bounds.group(1);
        double most = Double.parseDouble(bounds.group(2));
        return switch (from) {
            case "over" -> message(most, "Over {n} characters", Map.of("n", number(most)));
            case "0" -> message(most, "Up to {n} characters", Map.of("n", number(most)));
            default ->
                message(
                        0,
                        "{from} to {to} characters",
                        Map.of("from", number(Double.parseDouble(from)), "to", number(most)));
        };
    }

    private static String quantity(String kind, JsonNode quantity) {
        double value = quantity.path("value").doubleValue();
        return switch (kind) {
            case "percent" -> number(quantity, NumberFormat.getPercentInstance(Locale.GERMANY));
            case "span" ->
                value < DAYS_FROM ? plain(quantity) + " h" : days((double) Math.round(value / HOURS_PER_DAY));
            case "hour" -> "%02d:00".formatted((int) value);
            case "weekday" -> weekday((int) value);
            default -> plain(quantity);
        };
    }

    private static String days(double days) {
        return message(days, "{n} days |of a span", Map.of("n", number(days)));
    }

    private static String weekday(int weekday) {
        return DayOfWeek.of(weekday).getDisplayName(TextStyle.FULL, Locale.GERMANY);
    }

    private static String plain(JsonNode quantity) {
        return number(quantity, NumberFormat.getInstance(Locale.GERMANY));
    }

    /// As browsers round: halves away from zero, of the decimal that the number reads as.
    private static String number(JsonNode quantity, NumberFormat format) {
        int digits = quantity.path("digits").intValue();
        boolean share = quantity.path("kind").asString().equals("percent");
        BigDecimal value = BigDecimal.valueOf(quantity.path("value").doubleValue());
        BigDecimal rounded = value.setScale(share ? digits + 2 : digits, RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        boolean plus = quantity.path("signed").booleanValue() && rounded.signum() > 0;
        return (plus ? "+" : "") + format.format(rounded);
    }

    private static String number(double whole) {
        return NumberFormat.getIntegerInstance(Locale.GERMANY).format(whole);
    }

    private static String message(double count, String english, Map<String, String> values) {
        return filled(NAMES.text(count, "messages", english).orElse(english), values);
    }

    private static String filled(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }
}
