package io.tidemark.collect.sync;

import io.tidemark.ledger.SyncRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the troubles of a run come to: how it ended, and when the account's turn is again.
///
/// @param worst the trouble that is told; null where there is none
record Verdict(SyncRun.Outcome outcome, @Nullable Trouble worst, int failures, Instant dueAt) {
    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final int LONGEST_PAUSE_MINUTES = 60;

    /// @param tick how long an account that is well has no turn
    static Verdict of(Run run, int failuresBefore, Duration tick) {
        Instant now = run.now();
        List<Trouble> troubles = run.troubles();
        if (troubles.isEmpty()) {
            Duration rest = run.progress().backfilledAt() == null ? SHORTEST : tick;
            return new Verdict(SyncRun.Outcome.DONE, null, 0, notBefore(now.plus(rest), run.next()));
        }
        Trouble worst = worst(troubles);
        boolean something = !run.observations().isEmpty();
        boolean waits = troubles.stream().allMatch(trouble -> trouble.until() != null);
        int failures = waits ? failuresBefore : failuresBefore + 1;
        Instant due = switch (worst.reach()) {
            case RUN, ACCOUNT -> Optional.ofNullable(worst.until()).orElse(now.plus(pause(failures)));
            case PHASE -> earlier(run.next(), now.plus(pause(failures)));
        };
        return new Verdict(
                something ? SyncRun.Outcome.PARTLY : SyncRun.Outcome.FAILED,
                worst,
                failures,
                notBefore(now.plus(SHORTEST), due));
    }

    /// Of a run that was broken off before it could tell how far it came.
    static Verdict brokenOff(Trouble trouble, int failuresBefore, Instant now) {
        int failures = failuresBefore + 1;
        return new Verdict(SyncRun.Outcome.FAILED, trouble, failures, now.plus(pause(failures)));
    }

    private static Trouble worst(List<Trouble> troubles) {
        Trouble worst = troubles.getFirst();
        for (Trouble trouble : troubles) {
            if (trouble.reach().compareTo(worst.reach()) > 0) {
                worst = trouble;
            }
        }
        return worst;
    }

    /// A minute, then twice as long each time, up to an hour.
    private static Duration pause(int failures) {
        return Duration.ofMinutes(Math.min(LONGEST_PAUSE_MINUTES, 1L << Math.clamp(failures - 1, 0, 6)));
    }

    private static Instant notBefore(Instant earliest, Instant due) {
        return due.isBefore(earliest) ? earliest : due;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
