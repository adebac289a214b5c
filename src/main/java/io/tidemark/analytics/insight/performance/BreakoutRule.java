package io.tidemark.analytics.insight.performance;

import io.tidemark.analytics.insight.performance.GrowthModel.KindGrowth;
import java.util.Optional;

/// When a post is said to break out: it is likely to settle at three times or more of what is usual for
/// its account and type. The posterior stays valid however often it is looked at, so that looking at each
/// reading makes no false alarms.
public final class BreakoutRule {
    public static final String METHOD = "breakout/1";
    /// Of what is usual.
    public static final double TIMES = 3;
    /// From which chance on somebody is told.
    public static final double ALERT = 0.8;
    /// From which chance on a post is worth watching.
    public static final double WATCH = 0.5;

    public static final double FEWEST_COUNTED = 10;
    public static final int FEWEST_POSTS = 15;

    /// On the scale of logarithms, about a twentieth of the total: with less to come nothing breaks out any more.
    private static final double LEAST_TO_COME = 0.05;

    private BreakoutRule() {}

    public enum Level {
        WATCH,
        ALERT
    }

    /// @param expected what such posts usually have at that age
    /// @param usual what they usually settle at
    /// @param settlesAt what the post is expected to settle at
    /// @param chance that it settles at three times the usual or more
    /// @param posts settled posts that this rests on
    public record Verdict(Level level, double expected, double usual, double settlesAt, double chance, int posts) {}

    /// @param count what the post has at the age
    /// @return empty where the post does not break out, or that cannot be told
    public static Optional<Verdict> judge(KindGrowth kind, double count, double ageHours) {
        TypicalTotal typical = kind.typical();
        if (typical == null || typical.posts() < FEWEST_POSTS || !(count >= FEWEST_COUNTED)) {
            return Optional.empty();
        }
        Remainder remainder = kind.curve().at(ageHours);
        if (!isInTime(remainder)) {
            return Optional.empty();
        }
        SettledTotal total = SettledTotal.of(typical, remainder, count);
        double chance = total.chanceOf(TIMES, typical);
        if (chance < WATCH) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                chance >= ALERT ? Level.ALERT : Level.WATCH,
                Math.max(0, Math.exp(typical.mean() - remainder.rise()) - LearnedCurve.OFFSET),
                typical.count(),
                total.count(),
                chance,
                typical.posts()));
    }

    /// Whether enough of a post is still to come.
    static boolean isInTime(Remainder remainder) {
        return remainder.rise() >= LEAST_TO_COME;
    }
}
