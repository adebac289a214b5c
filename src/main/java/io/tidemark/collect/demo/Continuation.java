package io.tidemark.collect.demo;

import io.tidemark.collect.simulator.AccountTruth;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// An account as its simulated platform has it: all that was collected of it before, and how it goes on.
final class Continuation implements AccountTruth {
    private final Profile profile;
    private final LivePlatform platform;
    private final Window collected;
    private final List<PlannedPost> posts;
    private final Followers followers;
    private final DailyReadings readings;
    private final Map<LocalDate, Map<Metric, Double>> days;

    /// @param collected what was collected before
    /// @param end as far as it is settled how it goes on
    Continuation(Profile profile, LivePlatform platform, Window collected, Instant end) {
        this.profile = profile;
        this.platform = platform;
        this.collected = collected;
        Window whole = collected.refreshedAt(List.of(end));
        followers = new Followers(profile, whole);
        posts = new PostPlan(profile, whole, followers).posts();
        readings = new DailyReadings(profile, collected);
        days = new DailyActivity(profile, whole, followers, posts).days();
    }

    SimulatedAccount account() {
        PostReadings read = new PostReadings(profile, collected);
        List<SimulatedPost> simulated = posts.stream()
                .filter(post -> !post.publishedAt().isBefore(collected.start()))
                .map(post -> simulated(post, read))
                .toList();
        return new SimulatedAccount(platform.externalId(), profile.handle(), DemoBusiness.NAME, simulated, this);
    }

    private SimulatedPost simulated(PlannedPost post, PostReadings read) {
        SimulatedPost simulated = new SimulatedPost(
                post.number(), post.publishedAt(), platform.kind(post.style()), post.text(), read.course(post));
        read.gone(post).ifPresent(simulated::delete);
        return simulated;
    }

    @Override
    public double followers(Instant at) {
        return Math.rint(followers.at(at));
    }

    @Override
    public double gained(LocalDate day) {
        return onDay(Metric.FOLLOWS, day, profile.platform().bucketZone()).orElse(0);
    }

    /// Only of days in the zone of the platform's days.
    @Override
    public OptionalDouble onDay(Metric metric, LocalDate day, ZoneId zone) {
        Map<Metric, Double> values = readings.inTheEnd(day, days.getOrDefault(day, Map.of()));
        Double value = values.get(counted(metric));
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    @Override
    public double toldAtFirst(LocalDate day) {
        return readings.toldAtFirst(day);
    }

    /// Taps on the links of an Instagram profile are the clicks of its days.
    private Metric counted(Metric metric) {
        return platform.platform() == Platform.INSTAGRAM && metric == Metric.LINK_CLICKS ? Metric.CLICKS : metric;
    }
}
