package io.tidemark.collect.demo;

import io.tidemark.metric.Metric;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What happened on an account on each of the platform's days: the growth of all its posts, with some noise, and what
/// does not come from posts.
final class DailyActivity {
    private static final double NOISE = 0.04;
    private static final double VISITS_PER_FOLLOWER = 0.004;
    private static final double TAPS_PER_FOLLOWER = 0.0006;

    /// Also on the links of a profile, where posts are not said to have any.
    private static final Set<Metric> TAPS = Set.of(Metric.CLICKS, Metric.LINK_CLICKS);

    private final Profile profile;
    private final Followers followers;
    private final ZoneId zone;
    private final List<Metric> metrics = new ArrayList<>();
    /// The first day that is told of.
    private final LocalDate first;
    /// When each day that is told of begins, and when the last of them ends.
    private final List<Instant> midnights;
    /// By day from the first on, and by metric.
    private final double[][] expected;

    DailyActivity(Profile profile, Window window, Followers followers, List<PlannedPost> posts) {
        this.profile = profile;
        this.followers = followers;
        zone = profile.platform().bucketZone();
        for (Metric metric : Metric.values()) {
            if (profile.daily().contains(metric) || Engaging.METRICS.contains(metric)) {
                metrics.add(metric);
            }
        }
        first = window.start().atZone(zone).toLocalDate().plusDays(1);
        LocalDate today = window.end().atZone(zone).toLocalDate();
        midnights = first.datesUntil(today.plusDays(1))
                .map(day -> day.atStartOfDay(zone).toInstant())
                .toList();
        expected = new double[midnights.size() - 1][metrics.size()];
        posts.forEach(this::spread);
    }

    /// The days that are wholly over, with their final values.
    Map<LocalDate, Map<Metric, Double>> days() {
        Map<LocalDate, Map<Metric, Double>> days = new TreeMap<>();
        for (int number = 0; number < expected.length; number++) {
            LocalDate day = first.plusDays(number);
            days.put(day, day(day, expected[number]));
        }
        return days;
    }

    /// Adds to each day what the post is expected to gain in it.
    private void spread(PlannedPost post) {
        double[] perShow = metrics.stream()
                .mapToDouble(metric -> post.shown() * rate(post, metric))
                .toArray();
        LocalDate published = post.publishedAt().atZone(zone).toLocalDate();
        int day = Math.max(0, Math.toIntExact(ChronoUnit.DAYS.between(first, published)));
        double before = day < expected.length ? post.reachedAt(midnights.get(day)) : 0;
        for (; day < expected.length; day++) {
            double after = post.reachedAt(midnights.get(day + 1));
            double[] sums = expected[day];
            for (int i = 0; i < sums.length; i++) {
                sums[i] += perShow[i] * (after - before);
            }
            before = after;
        }
    }

    private double rate(PlannedPost post, Metric metric) {
        double rate = profile.rate(post.style(), metric);
        return switch (Measure.of(metric)) {
            case PART, MOVING -> rate;
            case TIME -> rate * post.style().secondsWatched();
            case REACTION -> rate * post.engagement();
            case SUM, LEVEL -> 0;
        };
    }

    private Map<Metric, Double> day(LocalDate day, double[] sums) {
        Dice dice = profile.dice("day/" + day);
        double mood = dice.factor(NOISE);
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        for (int i = 0; i < metrics.size(); i++) {
            Metric metric = metrics.get(i);
            double mean = mood * (sums[i] + ownActivity(metric, day));
            values.put(metric, Telling.rounded(profile.platform(), metric, value(metric, mean, dice)));
        }
        if (profile.daily().contains(Metric.NATIVE_ENGAGEMENTS)) {
            values.put(Metric.NATIVE_ENGAGEMENTS, engagements(values));
        }
        values.keySet().retainAll(profile.daily());
        return values;
    }

    private static double value(Metric metric, double mean, Dice dice) {
        return switch (Measure.of(metric)) {
            case PART, MOVING, TIME -> Math.rint(mean);
            case REACTION, SUM, LEVEL -> dice.poisson(mean);
        };
    }

    /// What does not come from posts.
    private double ownActivity(Metric metric, LocalDate day) {
        boolean taps = TAPS.contains(metric) && !profile.rates().containsKey(metric);
        if (metric == Metric.FOLLOWS) {
            return followers.expectedGain(day);
        }
        if (metric == Metric.PROFILE_VISITS) {
            return followers.at(day) * VISITS_PER_FOLLOWER;
        }
        return taps ? followers.at(day) * TAPS_PER_FOLLOWER : 0;
    }

    private static double engagements(Map<Metric, Double> values) {
        return values.entrySet().stream()
                .filter(entry -> Engaging.METRICS.contains(entry.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
