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

    /// A world that begins now.
    ///
    /// @param reach how far beyond its beginning the world is made up
    public World(long seed, Clock clock, Duration reach) {
        this(seed, clock, clock.instant(), clock.instant().plus(reach), 0);
    }

    /// A world that is the same whenever it is made.
    ///
    /// @param end as far as it is made up
    /// @param posts how many numbers of posts are left to accounts that are made elsewhere
    public World(long seed, Clock clock, Instant begin, Instant end, int posts) {
        this.clock = clock;
        random = new SplittableRandom(seed);
        this.begin = begin;
        this.end = end;
        this.posts = posts;
    }

    /// Makes an account up.
    public SimulatedAccount add(AccountPlan plan) {
        List<SimulatedPost> made =
                new GrownPosts(plan, random.split(), () -> ++posts).between(begin.minus(plan.past()), end);
        return add(new SimulatedAccount(
                plan.externalId(),
                plan.handle(),
                plan.name(),
                made,
                new GrownAccount(plan.followers(), begin, new Chronicle(made))));
    }

    /// Takes an account in of which all is known.
    public SimulatedAccount add(SimulatedAccount account) {
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
