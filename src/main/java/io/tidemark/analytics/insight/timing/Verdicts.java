package io.tidemark.analytics.insight.timing;

import io.tidemark.analytics.statistics.FalseDiscovery;
import java.util.Arrays;

/// What may be said of each of some times, held to one false discovery rate together.
final class Verdicts {
    private static final double RATE = 0.10;
    private static final int HARDLY_USED = 3;

    private Verdicts() {}

    /// @param claims whether the data may speak of better and worse at all
    static TimeVerdict[] of(Lift[] lifts, boolean claims) {
        boolean[] good = FalseDiscovery.list(
                Arrays.stream(lifts).mapToDouble(lift -> 1 - lift.above()).toArray(), RATE);
        boolean[] poor = FalseDiscovery.list(
                Arrays.stream(lifts).mapToDouble(Lift::above).toArray(), RATE);
        TimeVerdict[] verdicts = new TimeVerdict[lifts.length];
        for (int i = 0; i < verdicts.length; i++) {
            if (claims && good[i] && lifts[i].mean() >= Lift.SMALLEST_CLAIM) {
                verdicts[i] = TimeVerdict.GOOD;
            } else if (claims && poor[i] && lifts[i].mean() <= -Lift.SMALLEST_CLAIM) {
                verdicts[i] = TimeVerdict.POOR;
            } else {
                verdicts[i] = TimeVerdict.UNCLEAR;
            }
        }
        return verdicts;
    }

    /// Of the times that are hardly used, the one that could be the best; -1 where all are used or it would be worse.
    static int worthTesting(Lift[] lifts, int[] posts) {
        int found = -1;
        for (int i = 0; i < lifts.length; i++) {
            if (posts[i] < HARDLY_USED && lifts[i].high() > 0 && (found < 0 || lifts[i].high() > lifts[found].high())) {
                found = i;
            }
        }
        return found;
    }

    static int best(Lift[] lifts) {
        int best = 0;
        for (int i = 1; i < lifts.length; i++) {
            best = lifts[i].mean() > lifts[best].mean() ? i : best;
        }
        return best;
    }
}
