package io.tidemark.collect.demo;

import io.tidemark.ledger.Observation;
import io.tidemark.metric.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Everything that was ever read of one account, in the order of reading.
final class DemoAccount {
    private final Profile profile;
    private final List<Timed> readings = new ArrayList<>();

    DemoAccount(Profile profile, Window window) {
        this.profile = profile;
        Followers followers = new Followers(profile, window);
        List<PlannedPost> posts = new PostPlan(profile, window, followers).posts();
        PostReadings postReadings = new PostReadings(profile, window);
        posts.stream()
                .filter(post -> !post.publishedAt().isBefore(window.start()))
                .forEach(post -> addAll(postReadings.of(post)));
        if (!profile.daily().isEmpty()) {
            DailyActivity activity = new DailyActivity(profile, window, followers, posts);
            addAll(new DailyReadings(profile, window).of(activity.days()));
        }
        addAll(followers.readings());
        readings.sort(Comparator.comparing(Timed::at));
    }

    Profile profile() {
        return profile;
    }

    private record Timed(Instant at, Observation observation) {}

    /// What was read after one instant and not after another, and what could not be read.
    List<Observation> between(Instant after, Instant until) {
        List<Observation> observations = new ArrayList<>();
        for (Timed reading : readings) {
            if (reading.at().isAfter(after) && !reading.at().isAfter(until)) {
                observations.add(reading.observation());
            }
        }
        profile.absences().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(absence -> observations.add(new Observation.OfAbsence(
                        profile.account(), Subject.POST, absence.getKey(), absence.getValue())));
        return observations;
    }

    private void addAll(List<Observation> observations) {
        for (Observation observation : observations) {
            readings.add(new Timed(at(observation), observation));
        }
    }

    private static Instant at(Observation observation) {
        return switch (observation) {
            case Observation.OfPost post -> post.observedAt();
            case Observation.OfDay day -> day.observedAt();
            case Observation.OfAccount level -> level.observedAt();
            case Observation.OfBreakdown part -> part.observedAt();
            case Observation.OfDiscovery discovery -> discovery.observedAt();
            case Observation.OfAbsence absence ->
                throw new IllegalArgumentException("An absence has no time: " + absence);
        };
    }
}
