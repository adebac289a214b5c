package io.tidemark.collect.sync.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// A policy at work in a simulated world, every ten minutes of a virtual clock. What is measured is how long it
/// takes from an engagement until it is known, each account counting alike.
///
/// @param warmUpDays before measuring begins
/// @param days in which it is measured
/// @param afterDays in which what happened in them may still become known
record Simulation(int warmUpDays, int days, int afterDays) {
    private static final Duration STEP = Duration.ofMinutes(10);
    private static final int FOUND_LATE = 3;

    /// @param hours mean from an engagement until it is known
    /// @param perPostDay readings of a post in a day
    /// @param perDay readings in a day
    /// @param callsPerDay in batches of the tariff
    /// @param paidPerDay posts of which there was a reading, in a UTC day
    /// @param slowAccount hours of the account that stands at nine tenths
    record Result(
            double hours,
            double perPostDay,
            double perDay,
            double callsPerDay,
            double paidPerDay,
            double slowAccount) {}

    Result run(SimulatedWorld world, PollingPolicy policy, Pool pool) {
        return new Run(world, policy, pool, warmUpDays * 24.0, days * 24.0, afterDays * 24.0).run();
    }

    /// A limit of so many units a day that come evenly.
    static Pool pool(Tariff tariff, double perDay) {
        TokenBucket.Refill evenly = new TokenBucket.Refill.Steady(perDay / 24);
        double capacity = tariff instanceof Tariff.PerUtcDay ? perDay : perDay / 4;
        return Pool.of(tariff, new TokenBucket(capacity, capacity / 2, SimulatedWorld.BEGIN, evenly, null));
    }

    private static final class Run {
        private final SimulatedWorld world;
        private final PollingPolicy policy;
        private final double measureFrom;
        private final double measureTo;
        private final double end;
        private final Deque<Follower> coming = new ArrayDeque<>();
        private final List<Follower> followed = new ArrayList<>();
        private Pool pool;
        private double paidDays;
        private double calls;
        private double readings;
        private double postHours;

        Run(SimulatedWorld world, PollingPolicy policy, Pool pool, double warmUp, double measured, double after) {
            this.world = world;
            this.policy = policy;
            this.pool = pool;
            measureFrom = warmUp;
            measureTo = warmUp + measured;
            end = measureTo + after;
            world.posts.stream()
                    .sorted(Comparator.comparingDouble(SimulatedWorld.Post::published))
                    .map(Follower::new)
                    .forEach(coming::add);
        }

        private final class Follower {
            final SimulatedWorld.Post post;
            PollState state;
            int seen;
            double waited;
            double counted;

            Follower(SimulatedWorld.Post post) {
                this.post = post;
                SimulatedWorld.Account account = post.account();
                Instant published = world.at(post.published());
                Instant found =
                        post.published() < 0 ? SimulatedWorld.BEGIN : published.plus(Duration.ofMinutes(FOUND_LATE));
                state = PollState.found(Curve.of(account.platform()), account.believed(), published, found);
            }

            TrackedPost candidate() {
                return new TrackedPost(post.account().polled(), "", state, 1, null);
            }

            void read(Instant now, double hours) {
                seeUntil(hours);
                state = state.afterRead(now, (double) seen);
            }

            void seeUntil(double hours) {
                double[] all = post.engagements();
                while (seen < all.length && all[seen] <= hours) {
                    if (all[seen] >= measureFrom && all[seen] < measureTo) {
                        waited += hours - all[seen];
                        counted++;
                    }
                    seen++;
                }
            }
        }

        Result run() {
            for (Instant now = SimulatedWorld.BEGIN; hours(now) < end; now = now.plus(STEP)) {
                tick(now, hours(now));
            }
            return result();
        }

        private void tick(Instant now, double hours) {
            while (!coming.isEmpty() && !coming.peek().state.foundAt().isAfter(now)) {
                followed.add(coming.remove());
            }
            IdentityHashMap<Candidate, Follower> candidates = new IdentityHashMap<>();
            List<TrackedPost> order = new ArrayList<>();
            for (Follower follower : followed) {
                TrackedPost candidate = follower.candidate();
                if (!candidate.settled(now)) {
                    order.add(candidate);
                    candidates.put(candidate, follower);
                }
            }
            Choice choice = policy.choose(now, order, pool);
            pool = choice.pool();
            boolean measured = hours >= measureFrom && hours < measureTo;
            calls += measured ? calls(choice) : 0;
            for (Choice.Reading reading : choice.readings()) {
                Follower follower = Objects.requireNonNull(candidates.get(reading.candidate()));
                if (measured) {
                    readings++;
                    paidDays += dayBegins(follower.state, now) ? 1 : 0;
                }
                follower.read(now, hours);
            }
            postHours += measured ? order.size() * Hours.of(STEP) : 0;
        }

        private static double calls(Choice choice) {
            double batch = choice.pool().tariff() instanceof Tariff.PerCall(int most) ? most : 1;
            return choice.readings().stream()
                    .collect(Collectors.groupingBy(
                            reading -> reading.candidate().account().group(), Collectors.counting()))
                    .values()
                    .stream()
                    .mapToDouble(readings -> Math.ceil(readings / batch))
                    .sum();
        }

        private static boolean dayBegins(PollState state, Instant now) {
            Instant read = state.readAt();
            return read == null || read.toEpochMilli() / 86_400_000 < now.toEpochMilli() / 86_400_000;
        }

        private Result result() {
            List<Follower> all = new ArrayList<>(followed);
            Map<Long, double[]> accounts = new HashMap<>();
            double waited = 0;
            double counted = 0;
            for (Follower follower : all) {
                follower.seeUntil(end);
                SimulatedWorld.Account account = follower.post.account();
                double[] of = accounts.computeIfAbsent(account.polled().id(), id -> new double[2]);
                of[0] += follower.waited;
                of[1] += follower.counted;
                waited += follower.waited / account.typical();
                counted += follower.counted / account.typical();
            }
            double[] means = accounts.values().stream()
                    .filter(of -> of[1] > 0)
                    .mapToDouble(of -> of[0] / of[1])
                    .sorted()
                    .toArray();
            double days = (measureTo - measureFrom) / 24;
            return new Result(
                    waited / counted,
                    readings / (postHours / 24),
                    readings / days,
                    calls / days,
                    paidDays / days,
                    means[(int) (means.length * 0.9)]);
        }

        private static double hours(Instant now) {
            return Hours.between(SimulatedWorld.BEGIN, now);
        }
    }
}
