package io.tidemark.collect.demo;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/// The counters of one post while it grows. Everything only rises, but for a like taken back now and then and for a
/// restatement.
final class Counters {
    private static final Duration SHARES_APPEAR = Duration.ofDays(3);
    private static final Duration REGRETS_BEGIN = Duration.ofDays(5);
    private static final double REGRET = 0.15;
    private static final double PART_SPREAD = 0.05;
    private static final double TIME_SPREAD = 0.2;
    private static final double RESTATED = 0.7;

    private final Profile profile;
    private final PlannedPost post;
    private final Dice dice;
    private final Map<Metric, Double> parts = new EnumMap<>(Metric.class);
    private final Map<Metric, Long> counts = new EnumMap<>(Metric.class);
    private double reached;
    private long shown;

    Counters(Profile profile, PlannedPost post) {
        this.profile = profile;
        this.post = post;
        dice = profile.dice("counters/" + post.number());
        for (Metric metric : Metric.values()) {
            if (profile.collects(post.style(), metric)) {
                prepare(metric);
            }
        }
    }

    /// What the platform says at a time, which must not be before the last one.
    ///
    /// @param restated whether the platform has taken views back by then
    MetricValues advanceTo(Instant time, boolean restated) {
        double now = post.reachedAt(time);
        double step = now - reached;
        reached = now;
        shown += dice.poisson(post.shown() * step);
        Duration age = Duration.between(post.publishedAt(), time);
        counts.replaceAll((metric, count) -> count + dice.poisson(expected(metric) * step));
        regret(age);
        return values(restated ? RESTATED : 1, age);
    }

    /// How they came to where they stand and how they go on from there.
    Course course() {
        double rest = 1 - reached;
        Map<Metric, Course.Leg> legs = new EnumMap<>(Metric.class);
        counts.forEach((metric, count) ->
                legs.put(metric, new Course.Leg(count, dice.poisson(expected(metric) * rest))));
        Course.Leg shows = new Course.Leg(shown, dice.poisson(post.shown() * rest));
        boolean addedUp = profile.collects(post.style(), Metric.NATIVE_ENGAGEMENTS);
        return new Course(post, reached, shows, Map.copyOf(parts), legs, addedUp);
    }

    private void prepare(Metric metric) {
        double rate = profile.rates().getOrDefault(metric, 0.0);
        switch (Measure.of(metric)) {
            // What everything is a part of has no spread.
            case PART, MOVING -> parts.put(metric, rate == 1 ? 1 : Math.min(0.97, rate * dice.factor(PART_SPREAD)));
            case TIME -> parts.put(metric, rate * post.style().secondsWatched() * dice.factor(TIME_SPREAD));
            case REACTION -> counts.put(metric, 0L);
            case SUM, LEVEL -> {}
        }
    }

    private double expected(Metric metric) {
        return post.shown() * post.engagement() * profile.rate(post.style(), metric);
    }

    private void regret(Duration age) {
        if (age.compareTo(REGRETS_BEGIN) > 0 && dice.chance(REGRET)) {
            counts.computeIfPresent(Metric.LIKES, (metric, count) -> Math.max(0, count - 1));
            counts.computeIfPresent(Metric.REACTIONS, (metric, count) -> Math.max(0, count - 1));
        }
    }

    private MetricValues values(double kept, Duration age) {
        MetricValues.Builder values = MetricValues.builder();
        parts.forEach((metric, part) -> values.put(metric, Math.floor(shown * kept * part)));
        counts.forEach((metric, count) -> {
            if (!appearsLater(metric) || age.compareTo(SHARES_APPEAR) >= 0) {
                values.put(metric, count);
            }
        });
        if (profile.collects(post.style(), Metric.NATIVE_ENGAGEMENTS)) {
            values.put(Metric.NATIVE_ENGAGEMENTS, engagements());
        }
        return values.build();
    }

    /// YouTube's analytics know shares and new subscribers two to three days later.
    private boolean appearsLater(Metric metric) {
        return switch (profile.platform()) {
            case YOUTUBE -> metric == Metric.SHARES || metric == Metric.FOLLOWS;
            case LINKEDIN, X, FACEBOOK, INSTAGRAM, THREADS, TIKTOK, PINTEREST, BLUESKY, MASTODON -> false;
        };
    }

    private double engagements() {
        return counts.entrySet().stream()
                .filter(entry -> Engaging.METRICS.contains(entry.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
