package io.tidemark.collect.demo;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/// The counters of one post while it grows. Everything only rises, but for a like taken back now and then and for a
/// restatement. What a platform tells late has come along the curve less far.
final class Counters {
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
    private final Way present = new Way();
    private final Way late = new Way();
    private double kept = 1;

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

    /// How far the post has come along its curve, and how often it had been shown by then.
    private final class Way {
        private double reached;
        private double step;
        private long shown;

        void advanceTo(double now) {
            step = now - reached;
            reached = now;
            shown += dice.poisson(post.shown() * step);
        }

        Course.Stage stage() {
            return new Course.Stage(reached, new Course.Leg(shown, dice.poisson(post.shown() * (1 - reached))));
        }
    }

    /// What the platform says at a time, which must not be before the last one.
    ///
    /// @param restated whether the platform has taken views back by then
    MetricValues advanceTo(Instant time, boolean restated) {
        kept = restated ? RESTATED : 1;
        present.advanceTo(post.reachedAt(time));
        if (isAnythingLate()) {
            Instant told = Telling.asOf(profile.platform(), Metric.ENGAGED_VIEWS, time);
            late.advanceTo(told.isBefore(post.publishedAt()) ? 0 : post.reachedAt(told));
        }
        counts.replaceAll((metric, count) -> count + dice.poisson(expected(metric) * way(metric).step));
        regret(Duration.between(post.publishedAt(), time));
        return values(time);
    }

    /// How they came to where they stand and how they go on from there.
    Course course() {
        Map<Metric, Course.Leg> legs = new EnumMap<>(Metric.class);
        counts.forEach((metric, count) -> {
            double rest = 1 - way(metric).reached;
            legs.put(metric, new Course.Leg(count, dice.poisson(expected(metric) * rest)));
        });
        Course.Stage now = present.stage();
        Course.Stage before = isAnythingLate() ? late.stage() : now;
        boolean addedUp = profile.collects(post.style(), Metric.NATIVE_ENGAGEMENTS);
        return new Course(profile.platform(), post, now, before, kept, Map.copyOf(parts), legs, addedUp);
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

    private MetricValues values(Instant time) {
        MetricValues.Builder values = MetricValues.builder();
        parts.forEach((metric, part) -> {
            if (isTold(metric, time)) {
                double whole = Math.floor(way(metric).shown * kept * part);
                values.put(metric, Telling.rounded(profile.platform(), metric, whole));
            }
        });
        counts.forEach((metric, count) -> {
            if (isTold(metric, time)) {
                values.put(metric, count);
            }
        });
        if (profile.collects(post.style(), Metric.NATIVE_ENGAGEMENTS)) {
            values.put(Metric.NATIVE_ENGAGEMENTS, engagements());
        }
        return values.build();
    }

    private Way way(Metric metric) {
        return Telling.isLate(profile.platform(), metric) ? late : present;
    }

    private boolean isAnythingLate() {
        return Stream.concat(parts.keySet().stream(), counts.keySet().stream())
                .anyMatch(metric -> Telling.isLate(profile.platform(), metric));
    }

    private boolean isTold(Metric metric, Instant time) {
        return !Telling.asOf(profile.platform(), metric, time).isBefore(post.publishedAt());
    }

    private double engagements() {
        return counts.entrySet().stream()
                .filter(entry -> Engaging.METRICS.contains(entry.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
