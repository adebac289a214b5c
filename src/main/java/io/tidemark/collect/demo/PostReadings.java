package io.tidemark.collect.demo;

import io.tidemark.ledger.Observation;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// When an account's posts were read, and what the platform said each time.
final class PostReadings {
    private static final List<Double> AGES_HOURS =
            List.of(1.0, 6.0, 24.0, 72.0, 168.0, 336.0, 672.0, 1440.0, 2400.0, 3600.0, 5280.0, 7440.0);
    /// Stories are gone after a day, and their numbers with them.
    private static final List<Double> STORY_AGES_HOURS = List.of(0.8, 4.0, 10.0, 20.0);
    private static final double JITTER = 0.1;
    /// Younger posts are read at every sync.
    private static final Duration FRESH = Duration.ofDays(30);
    private static final Duration RECENTLY = Duration.ofHours(2);
    private static final Duration LAST_SYNC_AGO = Duration.ofMinutes(12);
    /// The read of the seventh day, at which a glitch shows; the next finds a removed post gone.
    private static final int GLITCH_READ = 4;
    /// The read of the fourth week.
    private static final int RESTATED_READ = 6;

    private final Profile profile;
    private final Window window;

    PostReadings(Profile profile, Window window) {
        this.profile = profile;
        this.window = window;
    }

    /// Oldest first.
    List<Observation> of(PlannedPost post) {
        return read(post, new Counters(profile, post));
    }

    /// The counters of a post at any time, which agree with what was read of it.
    Course course(PlannedPost post) {
        Counters counters = new Counters(profile, post);
        read(post, counters);
        return counters.course();
    }

    /// When a removed post was found gone; empty for all others.
    Optional<Instant> gone(PlannedPost post) {
        return post.incident() == Incident.DELETION
                ? of(post).stream()
                        .filter(reading -> reading instanceof Observation.OfPost read
                                && read.version().deleted())
                        .map(reading -> ((Observation.OfPost) reading).observedAt())
                        .findFirst()
                : Optional.empty();
    }

    private List<Observation> read(PlannedPost post, Counters counters) {
        List<Observation> readings = new ArrayList<>();
        List<Instant> times = times(post);
        for (int read = 0; read < times.size(); read++) {
            Instant time = times.get(read);
            if (post.incident() == Incident.DELETION && read > GLITCH_READ) {
                readings.add(observation(post, true, MetricValues.NONE, time));
                return readings;
            }
            boolean restated = post.incident() == Incident.RESTATEMENT && read >= RESTATED_READ;
            MetricValues values = counters.advanceTo(time, restated);
            boolean glitch = post.incident() == Incident.GLITCH && read == GLITCH_READ;
            readings.add(observation(post, false, glitch ? zeros(values) : values, time));
        }
        return readings;
    }

    private List<Instant> times(PlannedPost post) {
        Dice dice = profile.dice("reads/" + post.number());
        boolean story = post.style().placement() == Placement.STORY;
        List<Instant> times = new ArrayList<>();
        for (double age : story ? STORY_AGES_HOURS : AGES_HOURS) {
            long seconds = Math.round(age * 3600 * (1 + JITTER * dice.between(-1, 1)));
            Instant time = post.publishedAt().plusSeconds(seconds);
            if (time.isBefore(window.end()) && !profile.outage().covers(time, window)) {
                times.add(time);
            }
        }
        if (!story) {
            lastSync(post, times).ifPresent(times::add);
            window.refreshes().stream()
                    .filter(refresh -> isFresh(post, refresh) && !times.contains(refresh))
                    .forEach(times::add);
            Collections.sort(times);
        }
        return times;
    }

    /// The sync with which the first collection ended, unless it came right after another read.
    private Optional<Instant> lastSync(PlannedPost post, List<Instant> times) {
        Instant last = window.now().minus(LAST_SYNC_AGO);
        boolean recently =
                times.stream().anyMatch(time -> time.isBefore(window.now()) && !time.isBefore(last.minus(RECENTLY)));
        return isFresh(post, window.now()) && post.publishedAt().isBefore(last) && !recently
                ? Optional.of(last)
                : Optional.empty();
    }

    private static boolean isFresh(PlannedPost post, Instant at) {
        return post.publishedAt().isBefore(at) && post.publishedAt().isAfter(at.minus(FRESH));
    }

    private Observation observation(PlannedPost post, boolean deleted, MetricValues values, Instant time) {
        return new Observation.OfPost(profile.account(), post.aliases(), post.version(deleted), values, time);
    }

    private static MetricValues zeros(MetricValues values) {
        MetricValues.Builder zeros = MetricValues.builder();
        for (Metric metric : values.present()) {
            zeros.put(metric, 0);
        }
        return zeros.build();
    }
}
