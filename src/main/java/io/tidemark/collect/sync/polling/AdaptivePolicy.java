package io.tidemark.collect.sync.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Reads first what is guaranteed, the earliest deadline first, then whatever gains most for its price.
///
/// Tokens are kept back for what is guaranteed later today. Where the budget does not cover that, older posts
/// are read at fewer midnights, and the choice says so.
public final class AdaptivePolicy implements PollingPolicy {
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final Floor floor;

    public AdaptivePolicy() {
        this(Floor.WHOLE);
    }

    /// @param floor at which midnights posts are read where the budget covers it
    AdaptivePolicy(Floor floor) {
        this.floor = floor;
    }

    @Override
    public Choice choose(Instant now, Collection<? extends Candidate> candidates, Pool pool) {
        Pool filled = pool.refilled(now);
        Instant paused = pool.pausedUntil();
        if (paused != null && filled.pauses(now)) {
            return new Choice(List.of(), filled, paused, false);
        }
        Tick tick = new Tick(now, candidates, filled);
        Counting counting = Counting.of(tick);
        Promises promises = promises(tick, candidates, counting);
        boolean all = serve(tick, counting, promises.dues());
        Memory memory = counting.spend();
        Instant next = all ? promises.next(now, counting.next()) : now.plus(AGAIN);
        Pool after = new Pool(filled.tariff(), tick.purse.left(), null, memory);
        return new Choice(tick.readings(), after, next, promises.stretched());
    }

    /// @param dues the earliest deadline first
    private record Promises(List<Due> dues, boolean stretched) {
        Instant next(Instant now, Instant other) {
            return dues.stream()
                    .map(Due::from)
                    .filter(from -> from.isAfter(now) && from.isBefore(other))
                    .min(Instant::compareTo)
                    .orElse(other);
        }
    }

    private Promises promises(Tick tick, Collection<? extends Candidate> candidates, Counting counting) {
        Midnights midnights = new Midnights(tick.now);
        List<Due> dues = dues(tick, candidates, counting, midnights, floor);
        if (tick.purse.covers(dues, counting::costs)) {
            return new Promises(dues, false);
        }
        for (Floor lower : Floor.stretched()) {
            dues = dues(tick, candidates, counting, midnights, lower);
            if (tick.purse.covers(dues, counting::costs)) {
                break;
            }
        }
        return new Promises(dues, true);
    }

    private static List<Due> dues(
            Tick tick,
            Collection<? extends Candidate> candidates,
            Counting counting,
            Midnights midnights,
            Floor chosen) {
        return Guarantees.of(candidates, tick.now, AHEAD, chosen, midnights, counting.readsMidnights());
    }

    /// What is too late already must not make anything else late.
    ///
    /// @return whether there were tokens for everything
    private static boolean serve(Tick tick, Counting counting, List<Due> dues) {
        boolean all = true;
        double largest = 0;
        ToDoubleFunction<Due> costs = counting.costs();
        tick.expect(dues);
        for (Due due : dues) {
            if (!due.missed(tick.now) && !tick.taken(due.candidate()) && !served(tick, counting, due)) {
                all &= !due.open(tick.now);
                double cost = costs.applyAsDouble(due);
                largest = Math.max(largest, cost);
                tick.purse.owe(cost, due.by());
            }
        }
        for (Due due : dues) {
            if (due.missed(tick.now) && !tick.taken(due.candidate())) {
                all &= served(tick, counting, due);
            }
        }
        // For a post that is found before the next choice.
        tick.purse.keep(largest);
        return all;
    }

    private static boolean served(Tick tick, Counting counting, Due due) {
        return due.open(tick.now) && counting.serve(due.candidate(), due.reason());
    }
}
