package io.tidemark.collect.simulator;

import io.tidemark.metric.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;

/// An account and the truth about it. What it will post is settled from the beginning by its seed, as far as its world
/// reaches.
public final class SimulatedAccount {
    private static final double FOLLOWERS_A_DAY = 0.001;

    private final AccountPlan plan;
    private final Instant begin;
    private final List<SimulatedPost> posts = new ArrayList<>();
    private volatile String handle;
    private volatile boolean hidden;

    SimulatedAccount(AccountPlan plan, Instant begin, Instant end, SplittableRandom random, IntSupplier numbers) {
        this.plan = plan;
        this.begin = begin;
        handle = plan.handle();
        double meanGapSeconds = Duration.ofDays(1).toSeconds() / plan.postsPerDay();
        Instant at = begin.minus(plan.past());
        while (true) {
            at = at.plusSeconds(1 + (long) (-Math.log(1 - random.nextDouble()) * meanGapSeconds));
            if (at.isAfter(end)) {
                break;
            }
            posts.add(post(at, random, numbers.getAsInt()));
        }
    }

    public String externalId() {
        return plan.externalId();
    }

    public String handle() {
        return handle;
    }

    public String name() {
        return plan.name();
    }

    public void rename(String other) {
        handle = other;
    }

    /// Switched to private, or taken away from the person who signed in.
    public boolean hidden() {
        return hidden;
    }

    public void hide(boolean whether) {
        hidden = whether;
    }

    /// All that were and will be published, oldest first.
    public List<SimulatedPost> posts() {
        return List.copyOf(posts);
    }

    /// What can be seen at an instant, newest first.
    public List<SimulatedPost> visible(Instant at) {
        return posts.stream()
                .filter(post -> post.isVisible(at))
                .sorted(Comparator.comparing(SimulatedPost::publishedAt)
                        .thenComparingInt(SimulatedPost::number)
                        .reversed())
                .toList();
    }

    public double followers(Instant at) {
        double days = Duration.between(begin, at).toMillis() / 86_400_000.0;
        return Math.floor(plan.followers() * Math.exp(FOLLOWERS_A_DAY * days));
    }

    /// What happened to all its posts on a calendar day; empty where none has such a counter.
    public OptionalDouble onDay(Metric metric, LocalDate day, ZoneId zone) {
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        double sum = 0;
        boolean any = false;
        for (SimulatedPost post : posts) {
            if (post.publishedAt().isBefore(to)) {
                OptionalDouble after = post.value(metric, to);
                if (after.isPresent()) {
                    any = true;
                    // Before its publication a counter stands at nothing.
                    sum += after.getAsDouble() - post.value(metric, from).orElse(0);
                }
            }
        }
        return any ? OptionalDouble.of(Math.max(0, sum)) : OptionalDouble.empty();
    }

    private SimulatedPost post(Instant at, SplittableRandom random, int number) {
        AccountPlan.Kind kind = kind(random.nextDouble());
        double luck = Math.exp(0.8 * random.nextGaussian());
        Map<Metric, Double> finals = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            Double typical = kind.typical().get(metric);
            if (typical != null) {
                finals.put(metric, Math.rint(typical * luck * Math.exp(0.2 * random.nextGaussian())));
            }
        }
        return new SimulatedPost(
                number,
                at,
                kind.name(),
                "Post %d of %s #tidemark".formatted(number, plan.name()),
                kind.halfLifeHours() * Math.exp(0.3 * random.nextGaussian()),
                finals);
    }

    private AccountPlan.Kind kind(double draw) {
        double all = plan.kinds().stream().mapToDouble(AccountPlan.Kind::share).sum();
        double left = draw * all;
        for (AccountPlan.Kind kind : plan.kinds()) {
            left -= kind.share();
            if (left < 0) {
                return kind;
            }
        }
        return plan.kinds().getLast();
    }
}
