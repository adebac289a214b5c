package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.metric.Metric;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What Meta's platforms tell of numbers, in the shape that they share. Metrics can be
/// retired, upon which every call that names one fails.
final class MetaInsights {
    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    /// For so long after its end a day is not told whole.
    private static final Duration UNSETTLED = Duration.ofHours(24);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx").withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final Set<String> retired = ConcurrentHashMap.newKeySet();

    MetaInsights(Clock clock) {
        this.clock = clock;
    }

    void retire(String metric) {
        retired.add(metric);
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /// One metric that is not known spoils the call.
    void check(List<String> asked, Set<String> known) {
        List<String> alive =
                known.stream().filter(name -> !retired.contains(name)).sorted().toList();
        for (int place = 0; place < asked.size(); place++) {
            if (!alive.contains(asked.get(place))) {
                throw new MetaRefusal(MetaErrors.badMetric(place, alive));
            }
        }
    }

    /// Numbers of a post since its publication; one that it does not have is left out.
    ArrayNode ofPost(SimulatedPost post, List<String> asked, Map<String, Metric> names) {
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        for (String name : asked) {
            Metric metric = names.get(name);
            if (metric != null) {
                value(post, metric).ifPresent(value -> {
                    ObjectNode told = data.addObject().put("name", name).put("period", "lifetime");
                    told.putArray("values").addObject().put("value", inUnit(metric, value));
                });
            }
        }
        return data;
    }

    OptionalDouble value(SimulatedPost post, Metric metric) {
        return post.value(metric, clock.instant());
    }

    /// A number of a day as it is told now: less than in the end, as long as the day is young.
    OptionalDouble onDay(SimulatedAccount account, Metric metric, LocalDate day) {
        Instant end = end(day);
        OptionalDouble whole = account.onDay(metric, day, ZONE);
        if (end.isAfter(clock.instant()) || whole.isEmpty()) {
            return OptionalDouble.empty();
        }
        boolean young = clock.instant().isBefore(end.plus(UNSETTLED));
        return young ? OptionalDouble.of(Math.floor(whole.getAsDouble() * account.toldAtFirst(day))) : whole;
    }

    /// The total of days as it is told now; empty where nothing is told of any.
    OptionalDouble total(SimulatedAccount account, Metric metric, Stream<LocalDate> days) {
        return days.map(day -> onDay(account, metric, day))
                .filter(OptionalDouble::isPresent)
                .reduce(OptionalDouble.empty(), (one, other) -> OptionalDouble.of(one.orElse(0) + other.orElseThrow()));
    }

    /// A series: each value at the end of its day. What lies at the end of the time that is asked for is left out.
    ObjectNode series(SimulatedAccount account, String name, Metric metric, Span span) {
        ObjectNode series = JsonNodeFactory.instance.objectNode();
        series.put("name", name).put("period", "day");
        ArrayNode values = series.putArray("values");
        for (LocalDate day : span.days()) {
            if (end(day).isBefore(span.until())) {
                onDay(account, metric, day)
                        .ifPresent(value -> values.addObject()
                                .put("value", inUnit(metric, value))
                                .put("end_time", time(end(day))));
            }
        }
        return series;
    }

    static Span span(Call call) {
        long since = Long.parseLong(call.query("since").orElse("0"));
        long until = Long.parseLong(call.query("until").orElse("0"));
        return new Span(Instant.ofEpochSecond(since), Instant.ofEpochSecond(until));
    }

    /// Times are told in milliseconds.
    static long inUnit(Metric metric, double value) {
        return Math.round(metric == Metric.WATCH_TIME_SECONDS ? value * 1000 : value);
    }

    static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /// A stretch of time that is asked for.
    record Span(Instant since, Instant until) {
        boolean isLongerThan(int days) {
            return Duration.between(since, until).compareTo(Duration.ofDays(days)) > 0;
        }

        /// Those that begin in it.
        List<LocalDate> days() {
            List<LocalDate> days = new ArrayList<>();
            LocalDate day = LocalDate.ofInstant(since, ZONE);
            if (day.atStartOfDay(ZONE).toInstant().isBefore(since)) {
                day = day.plusDays(1);
            }
            while (day.atStartOfDay(ZONE).toInstant().isBefore(until)) {
                days.add(day);
                day = day.plusDays(1);
            }
            return days;
        }
    }
}
