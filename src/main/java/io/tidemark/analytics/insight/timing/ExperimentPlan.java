package io.tidemark.analytics.insight.timing;

import io.tidemark.analytics.insight.ResponseMetric;
import java.time.Instant;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// A test of two times: a coin says at which of them each post goes out, and after a number of posts that was fixed
/// before, they are compared.
///
/// @param postsPerTime at each of the two
/// @param seed of the coin
/// @param zone in which hours are counted
/// @param endedAt null while nobody ended it
public record ExperimentPlan(
        long accountId,
        ResponseMetric metric,
        PostingTime first,
        PostingTime second,
        int postsPerTime,
        long seed,
        ZoneId zone,
        Instant startedAt,
        @Nullable Instant endedAt) {
    /// The least difference that a test is asked to see unless somebody says otherwise, as a share.
    public static final double USUAL_DIFFERENCE = 0.2;
    /// The variance of posts around what explains them where an account tells nothing of its own.
    public static final double USUAL_NOISE = 0.6;

    /// Posts in each of two groups for a power of 80 % at the 5 % level are 16 variances over the squared difference.
    private static final double POWER = 16;
    private static final int BLOCK = 4;
    private static final int[][] BLOCKS = {
        {0, 0, 1, 1}, {0, 1, 0, 1}, {0, 1, 1, 0}, {1, 0, 0, 1}, {1, 0, 1, 0}, {1, 1, 0, 0}
    };

    /// @param noise variance of posts around what explains them, on the logarithm
    /// @param difference the least that the test should see, as a share: 0.2 is a fifth more
    /// @return how many posts each time needs
    public static int postsPerTime(double noise, double difference) {
        double log = Math.log1p(difference);
        return (int) Math.ceil(POWER * noise / (log * log));
    }

    /// Whether the coin gives a post of the test the second time. Of every four posts each time gets two, so that
    /// neither runs ahead while the account grows.
    ///
    /// @param post its number among those of the test, from 0
    public boolean drawsSecond(int post) {
        int block = new SplittableRandom(seed + (post / BLOCK) * 0x9E3779B97F4A7C15L).nextInt(BLOCKS.length);
        return BLOCKS[block][post % BLOCK] == 1;
    }
}
