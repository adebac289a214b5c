package io.tidemark.collect.simulator.x;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What has been read and has to be paid: each resource once a UTC day.
public final class XBill {
    static final long USER = 10_000;
    static final long POST = 5_000;
    static final long OWN_POST = 1_000;

    private static final long PLENTY = 1_000_000_000_000L;

    private final Clock clock;
    private final Set<String> today = new HashSet<>();
    private final Map<String, Integer> resources = new TreeMap<>();
    private LocalDate day;
    private long credit = PLENTY;
    private long spent;

    XBill(Clock clock) {
        this.clock = clock;
        day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /// @param microDollars that are left from now on
    public synchronized void credit(long microDollars) {
        credit = microDollars;
    }

    /// In millionths of a dollar, since the beginning.
    public synchronized long spent() {
        return spent;
    }

    /// How many resources were paid for, by `post`, `own post` and `user`.
    public synchronized Map<String, Integer> resources() {
        return Map.copyOf(resources);
    }

    synchronized boolean isEmpty() {
        return credit <= 0;
    }

    void user(String id) {
        charge("user", id, USER);
    }

    void post(String id, boolean own) {
        charge(own ? "own post" : "post", id, own ? OWN_POST : POST);
    }

    private synchronized void charge(String kind, String id, long price) {
        LocalDate now = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!now.equals(day)) {
            day = now;
            today.clear();
        }
        if (today.add(id)) {
            resources.merge(kind, 1, Integer::sum);
            credit -= price;
            spent += price;
        }
    }
}
