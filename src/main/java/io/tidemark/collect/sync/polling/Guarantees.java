package io.tidemark.collect.sync.polling;

import io.tidemark.metric.StandardAge;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is read by a fixed time, whatever else there is: what was just found, at midnights, at the ages at
/// which posts are compared, before numbers expire, and where a reading must be confirmed. What is missed at an
/// age or before an expiry is lost; a midnight that is missed stays due until the next one.
final class Guarantees {
    private static final Duration SOON = Duration.ofMinutes(15);
    private static final Duration LAST_CHANCE = Duration.ofMinutes(60);
    private static final Duration SPARE = Duration.ofMinutes(10);
    private static final double PRECISION = 0.01;
    private static final List<Duration> AGES =
            List.of(Duration.ofHours(StandardAge.H168.hours()), Duration.ofHours(StandardAge.H672.hours()));

    private final Instant now;
    private final Instant until;
    private final Floor floor;
    private final Midnights midnights;
    private final boolean midnightsOfPosts;
    private final List<Due> all = new ArrayList<>();

    private Guarantees(Instant now, Duration ahead, Floor floor, Midnights midnights, boolean midnightsOfPosts) {
        this.now = now;
        until = now.plus(ahead);
        this.floor = floor;
        this.midnights = midnights;
        this.midnightsOfPosts = midnightsOfPosts;
    }

    /// Those that are open or will be within a while.
    ///
    /// @param midnightsOfPosts not where each would have to be paid for with a whole day
    static List<Due> of(
            Collection<? extends Candidate> candidates,
            Instant now,
            Duration ahead,
            Floor floor,
            Midnights midnights,
            boolean midnightsOfPosts) {
        Guarantees guarantees = new Guarantees(now, ahead, floor, midnights, midnightsOfPosts);
        candidates.forEach(guarantees::add);
        guarantees.all.sort(Due.URGENCY);
        return guarantees.all;
    }

    private void add(Candidate candidate) {
        if (candidate.rests(now)) {
            return;
        }
        switch (candidate) {
            case TrackedGauge gauge -> {
                Midnights.Around around = midnights.around(gauge.account().zone());
                midnight(gauge, around.last(), Reason.GAUGE);
                midnight(gauge, around.next(), Reason.GAUGE);
            }
            case TrackedPost post -> add(post);
        }
    }

    private void add(TrackedPost post) {
        PollState state = post.state();
        Instant doubted = state.doubtedAt();
        if (doubted != null) {
            add(post, Reason.CONFIRM, doubted, doubted.plus(SOON));
        } else if (state.readAt() == null && !settledWhenFound(post)) {
            add(post, Reason.FIRST, state.foundAt(), state.foundAt().plus(SOON));
        }
        Instant expires = post.expiresAt();
        if (expires != null) {
            before(post, Reason.EXPIRING, expires.minus(LAST_CHANCE), expires.minus(SPARE));
        }
        AGES.forEach(age -> settled(post, age, false));
        if (!AGES.contains(post.account().horizon())) {
            settled(post, post.account().horizon(), true);
        }
        if (midnightsOfPosts && !post.settled(now)) {
            Midnights.Around around = midnights.around(post.account().zone());
            midnightOf(post, around.last());
            midnightOf(post, around.next());
        }
    }

    private void midnightOf(TrackedPost post, Midnights.Midnight midnight) {
        if (floor.reads(midnight.of(post.state().publishedAt()))) {
            midnight(post, midnight, Reason.MIDNIGHT);
        }
    }

    private void midnight(Candidate candidate, Midnights.Midnight midnight, Reason reason) {
        before(candidate, reason, midnight.from(), midnight.by());
    }

    /// @param late whether it is made up for when it was missed
    private void settled(TrackedPost post, Duration age, boolean late) {
        Instant published = post.state().publishedAt();
        Duration early = Duration.ofMillis((long) (age.toMillis() * PRECISION));
        Instant by = published.plus(age).plus(early);
        if (late ? post.readAt() != null : now.isBefore(by)) {
            before(post, Reason.SETTLED, published.plus(age).minus(early), by);
        }
    }

    private void before(Candidate candidate, Reason reason, Instant from, Instant by) {
        if (!readSince(candidate.readAt(), from)) {
            add(candidate, reason, from, by);
        }
    }

    private void add(Candidate candidate, Reason reason, Instant from, Instant by) {
        if (from.isBefore(until)) {
            all.add(new Due(candidate, reason, from, by));
        }
    }

    private static boolean readSince(@Nullable Instant readAt, Instant from) {
        return readAt != null && !readAt.isBefore(from);
    }

    private static boolean settledWhenFound(TrackedPost post) {
        return post.settled(post.state().foundAt());
    }
}
