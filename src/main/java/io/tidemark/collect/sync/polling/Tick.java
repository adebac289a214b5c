package io.tidemark.collect.sync.polling;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// A choice while it is being made.
final class Tick {
    private static final double NORMAL_HOURS = 1.0 / 6;

    final Instant now;
    final Pool pool;
    final Purse purse;

    /// Since the last choice.
    final double hours;

    /// Posts that grow, or were never read.
    final List<Worth> worths = new ArrayList<>();

    /// Posts that have settled.
    final List<TrackedPost> settled = new ArrayList<>();

    private final Set<Candidate> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Candidate> due = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Choice.Reading> readings = new ArrayList<>();

    Tick(Instant now, Collection<? extends Candidate> candidates, Pool pool) {
        this.now = now;
        this.pool = pool;
        purse = new Purse(pool, now);
        Instant last = pool.memory().at();
        hours = last == null ? NORMAL_HOURS : Math.max(0, Hours.between(last, now));
        for (Candidate candidate : candidates) {
            if (candidate instanceof TrackedPost post && !post.rests(now)) {
                if (post.readAt() == null || !post.settled(now)) {
                    worths.add(new Worth(post, post.state().index(now)));
                } else {
                    settled.add(post);
                }
            }
        }
    }

    /// Whether it was read on this UTC day already.
    boolean paidToday(Candidate candidate) {
        Instant read = candidate.readAt();
        return read != null && !read.isBefore(now.truncatedTo(ChronoUnit.DAYS));
    }

    boolean taken(Candidate candidate) {
        return taken.contains(candidate);
    }

    void expect(List<Due> dues) {
        dues.stream().filter(one -> one.open(now)).map(Due::candidate).forEach(due::add);
    }

    /// Whether the time for a guaranteed reading of it has begun.
    boolean due(Candidate candidate) {
        return due.contains(candidate);
    }

    void read(Candidate candidate, Reason reason) {
        if (taken.add(candidate)) {
            double gain = candidate instanceof TrackedPost post ? post.state().index(now) : 0;
            readings.add(new Choice.Reading(candidate, reason, gain));
        }
    }

    List<Choice.Reading> readings() {
        return readings;
    }

    /// Weight of now in a mean that forgets within so many hours.
    double weight(double forgetting) {
        return -Math.expm1(-hours / forgetting);
    }
}
