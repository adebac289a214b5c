package io.tidemark.serve;

import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.serve.AnalyticsRequest.Dates;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns a query string into a question, or says precisely what is wrong with it.
final class AnalyticsParameters {
    static final List<String> RANGES = List.of(
            "last_7_days",
            "last_28_days",
            "last_90_days",
            "last_365_days",
            "this_week",
            "this_month",
            "this_quarter",
            "this_year",
            "last_week",
            "last_month",
            "last_quarter",
            "last_year",
            "all");
    static final List<String> BASES = List.of("auto", "activity", "published");
    static final List<String> COMPARISONS =
            List.of("previous_period", "same_weekdays", "previous_year", "custom", "none");
    static final List<String> ENGAGEMENTS = List.of("public", "with_clicks");
    static final List<String> DENOMINATORS = List.of("impressions", "reach", "video_views", "followers");

    static final Set<String> OVERVIEW = Set.of(
            "business_id",
            "from",
            "to",
            "range",
            "platform",
            "account_id",
            "content_type",
            "boosted",
            "basis",
            "compare",
            "compare_from",
            "compare_to",
            "engagement",
            "er_by",
            "as_of");
    static final Set<String> TRENDS = Stream.concat(OVERVIEW.stream(), Stream.of("granularity", "metric"))
            .collect(Collectors.toUnmodifiableSet());

    private static final String DEFAULT_RANGE = "last_28_days";
    private static final String ALL = "all";
    private static final String CUSTOM = "custom";
    private static final String NONE = "none";
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final long MOST_DAYS = 3_660;

    private final Clock clock;

    AnalyticsParameters(Clock clock) {
        this.clock = clock;
    }

    /// @param zone of the business, in which a date for `as_of` ends
    /// @throws ProblemException 400 naming the parameter, what was wrong, and what is allowed
    AnalyticsRequest parse(Parameters given, ZoneId zone) {
        granularity(given);
        Dates dates = dates(given, "from", "to");
        String range = range(given, dates);
        String compare = compare(given, range);
        return new AnalyticsRequest(
                given.businessId(),
                range,
                dates,
                many(given, "platform", Platform.values(), Platform::key),
                ids(given),
                many(given, "content_type", ContentType.values(), ContentType::key),
                many(given, "boosted", Boosted.values(), Boosted::key),
                choice(given, "basis", BASES).orElse("auto"),
                compare,
                compareDates(given, compare),
                choice(given, "engagement", ENGAGEMENTS).orElse("public"),
                choice(given, "er_by", DENOMINATORS).orElse(null),
                many(given, "metric", Metric.values(), Metric::key),
                given.one("as_of").map(text -> asOf(text, zone)).orElse(null));
    }

    private static void granularity(Parameters given) {
        choice(given, "granularity", List.of("day"));
    }

    private static @Nullable String range(Parameters given, @Nullable Dates dates) {
        Optional<String> range = choice(given, "range", RANGES);
        if (dates != null && range.isPresent()) {
            throw Parameters.bad("range", "Give either range or from and to, not both.", List.of());
        }
        return dates == null ? range.orElse(DEFAULT_RANGE) : null;
    }

    private static String compare(Parameters given, @Nullable String range) {
        Optional<String> compare = choice(given, "compare", COMPARISONS);
        if (ALL.equals(range)) {
            if (compare.isPresent() && !compare.get().equals(NONE)) {
                throw Parameters.bad("compare", "range=all compares with nothing: leave compare out.", List.of(NONE));
            }
            return NONE;
        }
        return compare.orElse("previous_period");
    }

    private static @Nullable Dates compareDates(Parameters given, String compare) {
        Dates dates = dates(given, "compare_from", "compare_to");
        if (compare.equals(CUSTOM) && dates == null) {
            throw Parameters.bad("compare_from", "compare=custom needs compare_from and compare_to.", List.of());
        }
        if (!compare.equals(CUSTOM) && dates != null) {
            throw Parameters.bad("compare_from", "compare_from and compare_to need compare=custom.", List.of());
        }
        return dates;
    }

    private static @Nullable Dates dates(Parameters given, String fromName, String toName) {
        LocalDate from = given.one(fromName).map(text -> date(fromName, text)).orElse(null);
        LocalDate to = given.one(toName).map(text -> date(toName, text)).orElse(null);
        if (from == null && to == null) {
            return null;
        }
        if (from == null || to == null) {
            String missing = from == null ? fromName : toName;
            throw Parameters.bad(missing, "Give both " + fromName + " and " + toName + ".", List.of());
        }
        if (from.isAfter(to)) {
            throw Parameters.bad(
                    fromName, fromName + " (" + from + ") lies after " + toName + " (" + to + ").", List.of());
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw Parameters.bad(
                    toName, "A period may have " + MOST_DAYS + " days at most; range=all takes everything.", List.of());
        }
        return new Dates(from, to);
    }

    private static LocalDate date(String name, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (!date.isBefore(EARLIEST) && !date.isAfter(LATEST)) {
                return date;
            }
        } catch (DateTimeException ignored) {
            // Said below.
        }
        throw Parameters.bad(
                name,
                "'" + Parameters.shortened(text) + "' is not a date between " + EARLIEST + " and " + LATEST
                        + ": write it as 2026-10-31.",
                List.of());
    }

    private Instant asOf(String text, ZoneId zone) {
        Instant now = clock.instant();
        Instant asOf = instant(text, zone, now);
        if (asOf.isAfter(now)) {
            throw Parameters.bad("as_of", "as_of lies in the future: name a time that has passed.", List.of());
        }
        if (asOf.isBefore(EARLIEST.atStartOfDay(zone).toInstant())) {
            throw Parameters.bad("as_of", "as_of lies before " + EARLIEST + ".", List.of());
        }
        return asOf;
    }

    private static Instant instant(String text, ZoneId zone, Instant now) {
        try {
            if (text.contains("T")) {
                return OffsetDateTime.parse(text).toInstant();
            }
            LocalDate date = date("as_of", text);
            // The end of today has not come yet: today means now.
            return date.equals(LocalDate.ofInstant(now, zone))
                    ? now
                    : date.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
        } catch (DateTimeException ignored) {
            throw Parameters.bad(
                    "as_of",
                    "'" + Parameters.shortened(text)
                            + "' is not a time: write a date as 2026-10-31 or an instant as 2026-10-31T09:00:00Z.",
                    List.of());
        }
    }

    private static Set<Long> ids(Parameters given) {
        return given.all("account_id").stream()
                .map(text -> Parameters.id("account_id", text))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<String> choice(Parameters given, String name, List<String> allowed) {
        Optional<String> value = given.one(name);
        value.filter(v -> !allowed.contains(v)).ifPresent(v -> {
            throw Parameters.noneOf(name, v, allowed);
        });
        return value;
    }

    private static <T> Set<T> many(Parameters given, String name, T[] values, Function<T, String> key) {
        Set<T> chosen = new LinkedHashSet<>();
        for (String text : given.all(name)) {
            chosen.add(Arrays.stream(values)
                    .filter(value -> key.apply(value).equals(text))
                    .findFirst()
                    .orElseThrow(() -> Parameters.noneOf(
                            name, text, Arrays.stream(values).map(key).toList())));
        }
        return chosen;
    }
}
