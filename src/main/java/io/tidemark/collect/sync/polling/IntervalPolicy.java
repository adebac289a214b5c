package io.tidemark.collect.sync.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads a post at fixed intervals, by its age alone: what the adaptive policy is compared with, and what to
/// fall back to.
public final class IntervalPolicy implements PollingPolicy {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final List<Tier> tiers;

    /// @param until age up to which it holds
    public record Tier(Duration until, Duration every) {}

    /// @param tiers by rising age; beyond the last nothing is read
    public IntervalPolicy(List<Tier> tiers) {
        this.tiers = List.copyOf(tiers);
    }

    /// Every quarter of an hour up to two hours, every hour up to a day, every six hours up to three days, then
    /// daily.
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
        Tick tick = new Tick(now, List.of(), filled);
        Map<String, List<Turn>> groups = candidates.stream()
                .filter(candidate -> !candidate.rests(now))
                .map(candidate -> new Turn(candidate, turn(candidate)))
                .filter(turn -> turn.at().isBefore(Instant.MAX))
                .sorted(Comparator.comparing(Turn::at))
                .collect(Collectors.groupingBy(
                        turn -> turn.candidate().account().group(), LinkedHashMap::new, Collectors.toList()));
        Instant next = now.plus(DAY);
        for (List<Turn> turns : groups.values()) {
            Instant left = filled.pauses(now) ? now.plus(AGAIN) : read(tick, turns);
            next = left.isBefore(next) ? left : next;
        }
        Pool after = new Pool(filled.tariff(), tick.purse.left(), filled.pausedUntil(), Memory.NONE);
        return new Choice(tick.readings(), after, next, false);
    }

    /// In whole calls: one that is due is topped up with those that will be due next.
    ///
    /// @return when something is due again
    private static Instant read(Tick tick, List<Turn> turns) {
        int batch = tick.pool.tariff() instanceof Tariff.PerCall(int most) ? most : 1;
        for (int from = 0; from < turns.size(); from += batch) {
            Turn first = turns.get(from);
            if (first.at().isAfter(tick.now)) {
                return first.at();
            }
            if (!tick.purse.pay(cost(tick, first.candidate()))) {
                return tick.now.plus(AGAIN);
            }
            turns.subList(from, Math.min(turns.size(), from + batch))
                    .forEach(turn -> tick.read(turn.candidate(), Reason.INTERVAL));
        }
        return tick.now.plus(AGAIN);
    }

    private static double cost(Tick tick, Candidate candidate) {
        return switch (tick.pool.tariff()) {
            case Tariff.PerRead perRead -> candidate.cost();
            case Tariff.PerCall perCall -> 1;
            case Tariff.PerUtcDay perDay -> tick.paidToday(candidate) ? 0 : candidate.cost();
        };
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
