package io.tidemark.collect.simulator;

import java.util.SplittableRandom;

/// What goes wrong by chance, by a seed: the same calls in the same order fail in the same way.
public final class Faults {
    private final SplittableRandom random;
    private final double share;

    private Faults(long seed, double share) {
        random = new SplittableRandom(seed);
        this.share = share;
    }

    public static Faults none() {
        return new Faults(0, 0);
    }

    /// @param share of the calls that go wrong
    public static Faults seeded(long seed, double share) {
        return new Faults(seed, share);
    }

    /// What happens to an answer.
    public enum Fault {
        NONE,
        /// 503 without a word.
        UNAVAILABLE,
        /// The body ends in the middle.
        CUT,
        /// A page for people, with status 200.
        WEB_PAGE,
        /// JSON that is none.
        MALFORMED
    }

    synchronized Fault next() {
        if (share == 0 || random.nextDouble() >= share) {
            return Fault.NONE;
        }
        return Fault.values()[1 + random.nextInt(Fault.values().length - 1)];
    }
}
