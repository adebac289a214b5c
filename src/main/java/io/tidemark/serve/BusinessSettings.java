package io.tidemark.serve;

import io.tidemark.analytics.BadQuery;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Conventions;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.ProblemException;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The settings of a business with the changes of a request applied; what the request leaves out stays.
final class BusinessSettings {
    private static final Sentence CHANGE_NEEDED =
            Sentence.of("business_change_needed", "Send an object with what is to change, such as {\"name\": \"…\"}.");
    private static final Sentence NEW_NEEDED =
            Sentence.of("business_new_needed", "Send an object with name and time_zone.");
    private static final Sentence MISSING = Sentence.of("setting_missing", "A business needs the setting {name}.");
    private static final Sentence UNKNOWN =
            Sentence.of("setting_unknown", "A business has no setting '{name}'; there are {settings}.");
    private static final Sentence NO_TEXT = Sentence.of("setting_no_text", "The setting {name} is a text.");
    private static final Sentence NAME_LENGTH =
            Sentence.of("business_name_length", "A name has between 1 and {most} characters.");
    private static final Sentence NO_MONTH =
            Sentence.of("fiscal_year_no_month", "A fiscal year begins in a month: give a number from 1 to 12.");
    private static final Sentence NO_RATES =
            Sentence.of("rates_no_object", "The setting er_by is an object such as {\"linkedin\": \"reach\"}.");
    private static final Sentence NO_DENOMINATOR = Sentence.of(
            "rate_no_denominator", "Engagement rates of {platform} cannot divide by '{value}'; allowed are {allowed}.");

    private static final List<String> MEMBERS =
            List.of("name", "time_zone", "week_start", "fiscal_year_start", "engagement", "er_by");
    private static final List<String> OF_A_NEW_ONE = List.of("name", "time_zone", "week_start");
    private static final int LONGEST_NAME = 200;

    private BusinessSettings() {}

    /// @throws ProblemException 400 naming what is wrong
    static Business apply(Business before, JsonNode change) {
        if (!change.isObject() || change.isEmpty()) {
            throw Parameters.bad("body", CHANGE_NEEDED.said(), MEMBERS);
        }
        change.propertyNames().stream()
                .filter(name -> !MEMBERS.contains(name))
                .findFirst()
                .ifPresent(BusinessSettings::unknown);
        Conventions conventions = before.conventions();
        return new Business(
                before.id(),
                text(change, "name").map(BusinessSettings::name).orElse(before.name()),
                text(change, "time_zone").map(BusinessSettings::zone).orElse(before.zone()),
                one(change, "week_start", DayOfWeek.values(), BusinessSettings::key)
                        .orElse(before.weekStart()),
                before.demo(),
                new Conventions(
                        month(change).orElse(conventions.fiscalYearStart()),
                        one(change, "engagement", Engagement.values(), Engagement::key)
                                .orElse(conventions.engagement()),
                        rateBy(change.get("er_by"), conventions.rateBy())));
    }

    /// What a new business is.
    record New(String name, ZoneId zone, DayOfWeek weekStart) {}

    /// @throws ProblemException 400 naming what is wrong or missing
    static New ofNew(JsonNode wanted) {
        if (!wanted.isObject()) {
            throw Parameters.bad("body", NEW_NEEDED.said(), OF_A_NEW_ONE);
        }
        wanted.propertyNames().stream()
                .filter(name -> !OF_A_NEW_ONE.contains(name))
                .findFirst()
                .ifPresent(BusinessSettings::unknown);
        return new New(
                text(wanted, "name").map(BusinessSettings::name).orElseThrow(() -> missing("name")),
                text(wanted, "time_zone").map(BusinessSettings::zone).orElseThrow(() -> missing("time_zone")),
                one(wanted, "week_start", DayOfWeek.values(), BusinessSettings::key)
                        .orElse(DayOfWeek.MONDAY));
    }

    private static ProblemException missing(String name) {
        return Parameters.bad(name, MISSING.said(Map.of("name", Value.name(name))), OF_A_NEW_ONE);
    }

    private static void unknown(String name) {
        throw Parameters.unknown(
                name,
                UNKNOWN.said(Map.of("name", BadQuery.echo(name), "settings", Value.name(String.join(", ", MEMBERS)))),
                MEMBERS);
    }

    private static Optional<String> text(JsonNode change, String name) {
        JsonNode value = change.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw Parameters.bad(name, NO_TEXT.said(Map.of("name", Value.name(name))));
        }
        return Optional.of(value.asString().strip());
    }

    private static String name(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            throw Parameters.bad("name", NAME_LENGTH.said(Map.of("most", Value.count(LONGEST_NAME))));
        }
        return text;
    }

    private static ZoneId zone(String text) {
        return Parameters.zone("time_zone", text);
    }

    private static Optional<Month> month(JsonNode change) {
        JsonNode value = change.get("fiscal_year_start");
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isInt() || value.asInt() < 1 || value.asInt() > 12) {
            throw Parameters.bad("fiscal_year_start", NO_MONTH.said());
        }
        return Optional.of(Month.of(value.asInt()));
    }

    /// @param change by platform; null gives a platform its shipped default back
    private static Map<Platform, Denominator> rateBy(@Nullable JsonNode change, Map<Platform, Denominator> before) {
        Map<Platform, Denominator> rateBy = new EnumMap<>(Platform.class);
        rateBy.putAll(before);
        if (change == null) {
            return rateBy;
        }
        if (!change.isObject()) {
            throw Parameters.bad("er_by", NO_RATES.said());
        }
        change.forEachEntry((key, value) -> {
            Platform platform = Platform.find(key)
                    .orElseThrow(() -> Parameters.noneOf("er_by", key, keys(Platform.values(), Platform::key)));
            if (value.isNull()) {
                rateBy.remove(platform);
            } else {
                rateBy.put(platform, denominator(platform, value.asString("")));
            }
        });
        return rateBy;
    }

    private static Denominator denominator(Platform platform, String key) {
        List<String> allowed = Arrays.stream(Denominator.values())
                .filter(by -> provides(platform, by))
                .map(Denominator::key)
                .toList();
        return Denominator.find(key)
                .filter(by -> provides(platform, by))
                .orElseThrow(() -> Parameters.bad(
                        "er_by",
                        NO_DENOMINATOR.said(Map.of(
                                "platform", Value.platform(platform),
                                "value", BadQuery.echo(key),
                                "allowed", Value.name(String.join(", ", allowed)))),
                        allowed));
    }

    private static boolean provides(Platform platform, Denominator by) {
        Subject subject = by == Denominator.FOLLOWERS ? Subject.ACCOUNT : Subject.POST;
        return Dictionary.find(platform, subject, by.metric()).isPresent();
    }

    private static <V> Optional<V> one(JsonNode change, String name, V[] values, Function<V, String> key) {
        return text(change, name)
                .map(text -> Arrays.stream(values)
                        .filter(value -> key.apply(value).equals(text))
                        .findFirst()
                        .orElseThrow(() -> Parameters.noneOf(name, text, keys(values, key))));
    }

    private static String key(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    private static <V> List<String> keys(V[] values, Function<V, String> key) {
        return Arrays.stream(values).map(key).toList();
    }
}
