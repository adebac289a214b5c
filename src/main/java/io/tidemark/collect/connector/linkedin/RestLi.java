package io.tidemark.collect.connector.linkedin;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.words.Sentence;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// How queries are written in Rest.li 2.0: brackets and commas of its structures stand as they are, values
/// within them are percent-encoded.
final class RestLi {
    private static final Sentence NO_DAY = Sentence.of("linkedin_no_day", "A row of a series names no day");

    private RestLi() {}

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String list(Collection<String> values) {
        return values.stream().map(RestLi::encoded).collect(Collectors.joining(",", "List(", ")"));
    }

    /// Days in UTC, both ends included; LinkedIn leaves out the end.
    static String days(LocalDate from, LocalDate to) {
        return "(timeRange:(start:%d,end:%d),timeGranularityType:DAY)".formatted(millis(from), millis(to.plusDays(1)));
    }

    /// The same where LinkedIn counts in dates.
    static String dates(LocalDate from, LocalDate to) {
        return "(start:%s,end:%s)".formatted(date(from), date(to.plusDays(1)));
    }

    /// The day that begins where a time range does.
    static LocalDate day(JsonNode element) {
        return time(element.path("timeRange").path("start"))
                .map(start -> LocalDate.ofInstant(start, ZoneOffset.UTC))
                .orElseThrow(RestLi::noDay);
    }

    /// The day that begins where a range of dates does.
    static LocalDate date(JsonNode element) {
        JsonNode start = element.path("dateRange").path("start");
        try {
            return LocalDate.of(part(start, "year"), part(start, "month"), part(start, "day"));
        } catch (DateTimeException noDate) {
            throw noDay();
        }
    }

    /// Milliseconds since 1970; empty where there are none.
    static Optional<Instant> time(JsonNode millis) {
        return Numbers.read(millis).stream()
                .mapToObj(count -> Instant.ofEpochMilli((long) count))
                .findFirst();
    }

    private static int part(JsonNode date, String name) {
        return (int) Numbers.read(date.path(name)).orElseThrow(RestLi::noDay);
    }

    private static CallFailed noDay() {
        return Unreadable.of(NO_DAY);
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static String date(LocalDate day) {
        return "(day:%d,month:%d,year:%d)".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}
