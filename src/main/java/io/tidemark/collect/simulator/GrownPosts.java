package io.tidemark.collect.simulator;

import io.tidemark.metric.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;

/// Makes up what an account posts, by a seed.
///
/// @param numbers of posts, unique within the world
record GrownPosts(AccountPlan plan, SplittableRandom random, IntSupplier numbers) {
    List<SimulatedPost> between(Instant begin, Instant end) {
        List<SimulatedPost> posts = new ArrayList<>();
        double meanGapSeconds = Duration.ofDays(1).toSeconds() / plan.postsPerDay();
        Instant at = begin;
        while (true) {
            at = at.plusSeconds(1 + (long) (-Math.log(1 - random.nextDouble()) * meanGapSeconds));
            if (at.isAfter(end)) {
                return posts;
            }
            posts.add(post(at, numbers.getAsInt()));
        }
    }

    private SimulatedPost post(Instant at, int number) {
        AccountPlan.Kind kind = kind(random.nextDouble());
        double luck = Math.exp(0.8 * random.nextGaussian());
        Map<Metric, Double> finals = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            Double typical = kind.typical().get(metric);
            if (typical != null) {
                finals.put(metric, Math.rint(typical * luck * Math.exp(0.2 * random.nextGaussian())));
            }
        }
        double halfLife = kind.halfLifeHours() * Math.exp(0.3 * random.nextGaussian());
        return new SimulatedPost(
                number,
                at,
                kind.name(),
                "Post %d of %s #tidemark".formatted(number, plan.name()),
                new GrownPost(at, halfLife, finals));
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
