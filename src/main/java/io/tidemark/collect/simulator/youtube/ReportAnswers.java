package io.tidemark.collect.simulator.youtube;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.World;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The Analytics API: days of a channel and totals of its videos, as far as they have been counted.
///
/// @param account whose sign-in asks
record ReportAnswers(World world, Call call, SimulatedAccount account) {
    private static final ZoneId ZONE = Platform.YOUTUBE.bucketZone();
    private static final Duration COUNTED_AFTER = Duration.ofDays(2);
    private static final Duration SETTLED_AFTER = Duration.ofDays(Platform.YOUTUBE.settleDays());
    private static final int MOST_VIDEOS = 500;
    private static final int MINUTE = 60;
    private static final String BY_VIDEO = "video==";

    private static final Map<String, Metric> METRICS = Map.of(
            "views", Metric.VIDEO_VIEWS,
            "engagedViews", Metric.ENGAGED_VIEWS,
            "estimatedMinutesWatched", Metric.WATCH_TIME_SECONDS,
            "likes", Metric.LIKES,
            "comments", Metric.COMMENTS,
            "shares", Metric.SHARES,
            "subscribersGained", Metric.FOLLOWS);

    /// The end of what has been counted at an instant: that of a day which ended two to three days before.
    static Instant countedUntil(Instant now) {
        return begin(LocalDate.ofInstant(now.minus(COUNTED_AFTER), ZONE));
    }

    Answer answer() {
        check();
        List<String> metrics = List.of(required("metrics").split(",", -1));
        metrics.stream()
                .filter(metric -> !METRICS.containsKey(metric))
                .findFirst()
                .ifPresent(metric -> {
                    throw GoogleRefusal.bad(
                            "badRequest",
                            "Unknown identifier (%s) given in field parameters.metrics.".formatted(metric));
                });
        String dimension = required("dimensions");
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("kind", "youtubeAnalytics#resultTable");
        ArrayNode headers = answer.putArray("columnHeaders");
        header(headers, dimension, "DIMENSION", "STRING");
        metrics.forEach(metric -> header(headers, metric, "METRIC", "INTEGER"));
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        switch (dimension) {
            case "day" -> days(rows, metrics);
            case "video" -> videos(rows, metrics);
            default -> throw unsupported();
        }
        if (!rows.isEmpty()) {
            answer.set("rows", rows);
        }
        return Answer.json(answer.toString());
    }

    private void check() {
        String channel = required("ids");
        if (!Set.of("channel==MINE", "channel==" + account.externalId()).contains(channel) || account.hidden()) {
            throw GoogleRefusal.forbidden();
        }
        if (from().isAfter(to())) {
            throw GoogleRefusal.bad("badRequest", "The end date must be the same day as or later than the start date.");
        }
    }

    /// A day on which nothing happened has no row.
    private void days(ArrayNode rows, List<String> metrics) {
        Instant counted = countedUntil(world.now());
        for (LocalDate day = from(); !day.isAfter(to()); day = day.plusDays(1)) {
            if (end(day).isAfter(counted)) {
                return;
            }
            LocalDate of = day;
            boolean young = end(day).plus(SETTLED_AFTER).isAfter(world.now());
            double share = young ? account.toldAtFirst(day) : 1;
            List<Long> values = metrics.stream()
                    .map(metric -> account.onDay(metric(metric), of, ZONE))
                    .map(value -> value.orElse(0) * share)
                    .map(value -> (long) Math.floor(value))
                    .toList();
            add(rows, day.toString(), metrics, values);
        }
    }

    private void videos(ArrayNode rows, List<String> metrics) {
        String filter = call.query("filters").orElse("");
        List<String> ids = Arrays.asList(
                filter.startsWith(BY_VIDEO)
                        ? filter.substring(BY_VIDEO.length()).split(",", -1)
                        : new String[0]);
        if (ids.isEmpty() || ids.size() > MOST_VIDEOS) {
            throw unsupported();
        }
        Instant counted = countedUntil(world.now());
        Instant until = end(to()).isBefore(counted) ? end(to()) : counted;
        Instant since = begin(from());
        for (SimulatedPost post : account.posts()) {
            String id = VideoIds.id(post.publishedAt(), post.number());
            if (ids.contains(id) && post.isVisible(world.now())) {
                List<Long> values = metrics.stream()
                        .map(ReportAnswers::metric)
                        .map(metric -> (long) (value(post, metric, until).orElse(0)
                                - value(post, metric, since).orElse(0)))
                        .toList();
                add(rows, id, metrics, values);
            }
        }
    }

    private static Metric metric(String name) {
        return Objects.requireNonNull(METRICS.get(name));
    }

    private static OptionalDouble value(SimulatedPost post, Metric metric, Instant at) {
        return post.publishedAt().isAfter(at) ? OptionalDouble.empty() : post.value(metric, at);
    }

    private static void add(ArrayNode rows, String about, List<String> metrics, List<Long> values) {
        if (values.stream().noneMatch(value -> value != 0)) {
            return;
        }
        ArrayNode row = rows.addArray().add(about);
        for (int column = 0; column < values.size(); column++) {
            boolean watched = metric(metrics.get(column)) == Metric.WATCH_TIME_SECONDS;
            row.add(watched ? values.get(column) / MINUTE : values.get(column));
        }
    }

    private static void header(ArrayNode headers, String name, String column, String data) {
        headers.addObject().put("name", name).put("columnType", column).put("dataType", data);
    }

    private LocalDate from() {
        return date("startDate");
    }

    private LocalDate to() {
        return date("endDate");
    }

    private LocalDate date(String parameter) {
        try {
            return LocalDate.parse(required(parameter));
        } catch (DateTimeException _) {
            throw GoogleRefusal.bad("badRequest", "Invalid value for " + parameter);
        }
    }

    private String required(String parameter) {
        return call.query(parameter)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> GoogleRefusal.bad("required", "Required parameter: " + parameter));
    }

    private static GoogleRefusal unsupported() {
        return GoogleRefusal.bad(
                "badRequest", "The query is not supported. Check the documentation for supported queries.");
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    private static Instant end(LocalDate day) {
        return begin(day.plusDays(1));
    }
}
