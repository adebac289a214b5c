package io.tidemark.collect.sync.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Reads a post at fixed intervals, by its age alone: what the adaptive policy is compared with, and what to fall back to.
public final class IntervalPolicy implements PollingPolicy {
    private static final Duration DAY = Duration.ofDays(1);

    private final List<Tier> tiers;

    /// @param until age up to which it holds
    public record Tier(Duration until, Duration every) {}

    /// @param tiers by rising age; beyond the last nothing is read
    public IntervalPolicy(List<Tier> tiers) {
        this.tiers = List.copyOf(tiers);
    }

    /// Every quarter of an hour up to two hours, every hour up to a day, every six hours up to three days, then daily.
    ///
    /// @param stretch of all intervals: 1 as they are
    public static IntervalPolicy ageTiers(double stretch, Duration horizon) {
        return new IntervalPolicy(List.of(
                new Tier(Duration.ofHours(2), Hours.duration(0.25 * stretch)),
                new Tier(DAY, Hours.duration(stretch)),
                new Tier(Duration.ofDays(3), Hours.duration(6 * stretch)),
                new Tier(horizon, Hours.duration(24 * stretch))));
    }

    public static IntervalPolicy every(Duration interval, Duration horizon) {
        return new IntervalPolicy(List.of(new Tier(horizon, interval)));
    }

    @Override
    public Choice choose(Instant now, Collection<? extends Candidate> candidates, Pool pool) {
        Pool filled = pool.refilled(now);
        Tick tick = new Tick(now, candidates, filled);
        Instant next = now.plus(DAY);
        List<Turn> turns = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.rests(now)) {
                continue;
            }
            Instant turn = turn(candidate);
            if (!turn.isAfter(now)) {
                turns.add(new Turn(candidate, turn));
            } else if (turn.isBefore(next)) {
                next = turn;
            }
        }
        turns.sort(Comparator.comparing(Turn::at));
        for (Turn turn : turns) {
            if (!filled.pauses(now) && tick.purse.pay(turn.candidate().cost())) {
                tick.read(turn.candidate(), Reason.INTERVAL);
            }
            next = now.plus(Duration.ofMinutes(10));
        }
        Memory memory = new Memory(now, Double.NaN, Double.NaN, java.util.Map.of(), Memory.DayPrice.NONE);
        return new Choice(
                tick.readings(),
                new Pool(filled.tariff(), tick.purse.left(), filled.pausedUntil(), memory),
                next,
                false);
    }

    private record Turn(Candidate candidate, Instant at) {}

    private Instant turn(Candidate candidate) {
        Instant read = candidate.readAt();
        if (read == null) {
            return Instant.MIN;
        }
        return switch (candidate) {
            case TrackedGauge gauge -> read.plus(DAY);
            case TrackedPost post -> turn(post, read);
        };
    }

    private Instant turn(TrackedPost post, Instant read) {
        Duration age = Duration.between(post.state().publishedAt(), read);
        return tiers.stream()
                .filter(tier -> age.compareTo(tier.until()) < 0)
                .findFirst()
                .map(tier -> read.plus(tier.every()))
                .orElse(Instant.MAX);
    }
}
