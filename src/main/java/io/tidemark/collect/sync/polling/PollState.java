package io.tidemark.collect.sync.polling;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of a post and what its next reading is expected to bring. It follows from the readings alone,
/// so it can be made anew from them at any time.
///
/// The belief about the settled total is a gamma distribution with the mean `alpha / beta`. Each reading weighs
/// by how much of the growth it saw, earlier ones fade with the logarithm of the age, so that a late burst
/// counts at once.
///
/// @param typical settled total of the account's posts; above 0
/// @param foundAt when it was first seen
/// @param readAt last reading that was believed; null before the first
/// @param total engagements then; null where no reading told any
/// @param doubtedAt a reading that fell so far that another must confirm it; null where there is none
/// @param failures readings that failed since the last one that did not
/// @param failedAt the last of them; null where there is none
public record PollState(
        Curve curve,
        double typical,
        Instant publishedAt,
        Instant foundAt,
        @Nullable Instant readAt,
        @Nullable Double total,
        double alpha,
        double beta,
        @Nullable Instant doubtedAt,
        int failures,
        @Nullable Instant failedAt) {
    /// How fast earlier readings fade, on the logarithm of the age.
    private static final double MEMORY = 0.6;

    /// Engagements come in bursts: one tells half of what an independent one would.
    private static final double WEIGHT = 0.5;

    /// Pull towards what is typical.
    private static final double PULL = 0.05;

    private static final double FALL = 0.01;
    private static final double SMALL_FALL = 2;
    private static final Duration LONGEST_REST = Duration.ofMinutes(60);

    public PollState {
        if (!(typical > 0 && alpha > 0 && beta > 0)) {
            throw new IllegalArgumentException("Beliefs about a post are above 0, not typical %s, alpha %s, beta %s"
                    .formatted(typical, alpha, beta));
        }
    }

    /// A post that was not read yet.
    public static PollState found(Curve curve, double typical, Instant publishedAt, Instant foundAt) {
        return new PollState(curve, typical, publishedAt, foundAt, null, null, 1, 1 / typical, null, 0, null);
    }

    /// Engagements that it is expected to come to.
    public double expected() {
        return alpha / beta;
    }

    /// Hours since publication; 0 before it.
    public double age(Instant at) {
        return Math.max(0, Hours.between(publishedAt, at));
    }

    /// @param now engagements that the reading told; null where it told none, which teaches nothing: the next
    ///     increment counts from this reading
    public PollState afterRead(Instant at, @Nullable Double now) {
        if (now == null) {
            return believed(at, total, alpha, beta);
        }
        if (total == null) {
            return learned(at, now, now, 0);
        }
        double fall = total - now;
        if (doubtedAt == null && fall > Math.max(SMALL_FALL, FALL * total)) {
            return new PollState(curve, typical, publishedAt, foundAt, readAt, total, alpha, beta, at, 0, null);
        }
        return learned(at, now, Math.max(0, -fall), readAge());
    }

    /// A failed reading tells nothing; it is tried again after a pause that doubles each time.
    public PollState afterFailure(Instant at) {
        return new PollState(
                curve, typical, publishedAt, foundAt, readAt, total, alpha, beta, doubtedAt, failures + 1, at);
    }

    /// Until when it is left alone after failures; null where it is not.
    public @Nullable Instant restsUntil() {
        return failedAt == null ? null : failedAt.plus(rest());
    }

    boolean rests(Instant now) {
        Instant until = restsUntil();
        return until != null && now.isBefore(until);
    }

    /// The gain of a reading, with every account's typical post counting as one.
    double index(Instant now) {
        return expected() / typical * curve.hidden(readAge(), age(now));
    }

    /// What comes in an hour, in the same measure.
    double rate(Instant now) {
        return expected() / typical * curve.rate(age(now));
    }

    double readAge() {
        return readAt == null ? 0 : age(readAt);
    }

    private PollState learned(Instant at, double now, double increment, double fromAge) {
        double age = age(at);
        double share = curve.unseen(fromAge, age);
        double kept = age == 0 ? 1 : Math.exp(-Math.max(0, age - fromAge) / (MEMORY * age));
        return believed(
                at, now, kept * alpha + WEIGHT * increment + PULL, kept * beta + WEIGHT * share + PULL / typical);
    }

    private PollState believed(Instant at, @Nullable Double now, double alphaNow, double betaNow) {
        return new PollState(curve, typical, publishedAt, foundAt, at, now, alphaNow, betaNow, null, 0, null);
    }

    private Duration rest() {
        long minutes = 1L << Math.min(failures - 1, 6);
        Duration rest = Duration.ofMinutes(minutes);
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }
}
