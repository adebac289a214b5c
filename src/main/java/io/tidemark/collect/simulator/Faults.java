package io.tidemark.collect.simulator;

import java.util.List;
import java.util.SplittableRandom;

/// What goes wrong by chance, by a seed: the same calls in the same order fail in the same way.
public final class Faults {
    private final SplittableRandom random;
    private final double share;
    private final List<Fault> kinds;

    private Faults(long seed, double share, List<Fault> kinds) {
        random = new SplittableRandom(seed);
        this.share = share;
        this.kinds = kinds;
    }

    public static Faults none() {
        return new Faults(0, 0, List.of(Fault.NONE));
    }

    /// Everything that breaks an answer.
    ///
    /// @param share of the calls that go wrong
    public static Faults seeded(long seed, double share) {
        return new Faults(seed, share, List.of(Fault.UNAVAILABLE, Fault.CUT, Fault.WEB_PAGE, Fault.MALFORMED));
    }

    /// What happens on a good day.
    ///
    /// @param share of the calls that go wrong
    public static Faults mild(long seed, double share) {
        return new Faults(seed, share, List.of(Fault.UNAVAILABLE, Fault.SLOW));
    }

    /// What happens to an answer.
    public enum Fault {
        NONE,
        /// 503 without a word.
        UNAVAILABLE,
        /// The answer takes its time.
        SLOW,
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
        return kinds.get(random.nextInt(kinds.size()));
    }
}
