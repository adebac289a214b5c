package io.tidemark.collect.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// A platform's truth: its accounts with all that they post, settled by a seed, seen at the time of a clock.
public final class World {
    private final Clock clock;
    private final Instant begin;
    private final Instant end;
    private final SplittableRandom random;
    private final List<SimulatedAccount> accounts = new ArrayList<>();
    private int posts;

    /// @param reach how far beyond its beginning the world is made up
    public World(long seed, Clock clock, Duration reach) {
        this.clock = clock;
        random = new SplittableRandom(seed);
        begin = clock.instant();
        end = begin.plus(reach);
    }

    public SimulatedAccount add(AccountPlan plan) {
        SimulatedAccount account = new SimulatedAccount(plan, begin, end, random.split(), () -> ++posts);
        accounts.add(account);
        return account;
    }

    public Instant now() {
        return clock.instant();
    }

    public Instant begin() {
        return begin;
    }

    public List<SimulatedAccount> accounts() {
        return List.copyOf(accounts);
    }

    public Optional<SimulatedAccount> find(String externalId) {
        return accounts.stream()
                .filter(account -> account.externalId().equals(externalId))
                .findFirst();
    }
}
