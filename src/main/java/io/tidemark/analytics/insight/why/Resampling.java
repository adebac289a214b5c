package io.tidemark.analytics.insight.why;

import java.util.Arrays;
import java.util.SplittableRandom;

/// How much the parts of a change vary by chance: the posts of each period are resampled 500 times (bootstrap; Efron,
/// 1979), and each time the change is split anew.
final class Resampling {
    static final int RESAMPLES = 500;

    private final Attribution attribution;
    private final SplitCells cells;
    private final double[] sums;
    private final double[] squares;
    private final Statistics found;
    private int resamples;

    /// Numbers of one split, side by side: effects, their sum, and changes by platform, account and content type.
    final class Statistics {
        private final double[][] effects = new double[Effect.COUNT][cells.count()];
        private final double[] all = new double[size()];

        void read(PeriodSums before, PeriodSums after) {
            attribution.split(before, after, effects);
            Arrays.fill(all, 0);
            for (int effect = 0; effect < Effect.COUNT; effect++) {
                boolean isMix = effect >= Effect.PLATFORM_MIX.ordinal() && effect <= Effect.CONTENT_TYPE_MIX.ordinal();
                for (int cell = 0; cell < cells.count(); cell++) {
                    double part = effects[effect][cell];
                    all[effect] += part;
                    all[CHANGE] += part;
                    all[MIX] += isMix ? part : 0;
                    all[ofPlatform(cells.platforms()[cell])] += part;
                    all[ofType(cells.types()[cell])] += part;
                    all[ofAccount(cells.accounts()[cell])] += part;
                }
            }
        }

        double[][] effects() {
            return effects;
        }
    }

    static final int CHANGE = Effect.COUNT;
    static final int MIX = CHANGE + 1;

    static int ofPlatform(int platform) {
        return MIX + 1 + platform;
    }

    static int ofType(int type) {
        return ofPlatform(SplitCells.PLATFORMS) + type;
    }

    static int ofAccount(int account) {
        return ofType(SplitCells.TYPES) + account;
    }

    private int size() {
        return ofAccount(cells.accountCount());
    }

    Resampling(Attribution attribution, SplitCells cells, PeriodPosts before, PeriodPosts after, long seed) {
        this.attribution = attribution;
        this.cells = cells;
        found = new Statistics();
        sums = new double[size()];
        squares = new double[size()];
        found.read(before.sums(cells.count()), after.sums(cells.count()));
        if (before.count() > 0 && after.count() > 0) {
            resample(new Side(before), new Side(after), new SplittableRandom(seed));
        }
    }

    /// A period and its resamples.
    private final class Side {
        private final PeriodPosts posts;
        private final Weights weights;
        private final PeriodSums sums = new PeriodSums(cells.count());

        Side(PeriodPosts posts) {
            this.posts = posts;
            weights = new Weights(posts.count());
        }

        PeriodSums next(SplittableRandom random) {
            sums.clear();
            long drawn = posts.addTo(sums, weights.next(random));
            if (drawn != posts.count()) {
                sums.scale((double) posts.count() / drawn);
            }
            return sums;
        }
    }

    private void resample(Side before, Side after, SplittableRandom random) {
        Statistics again = new Statistics();
        for (int i = 0; i < RESAMPLES; i++) {
            again.read(before.next(random), after.next(random));
            // A rate has no value in a resample of posts that were never shown.
            if (Double.isFinite(again.all[CHANGE])) {
                add(again);
            }
        }
    }

    /// From the number found, so that no digits are lost where the deviation is small.
    private void add(Statistics again) {
        resamples++;
        for (int k = 0; k < squares.length; k++) {
            double distance = again.all[k] - found.all[k];
            sums[k] += distance;
            squares[k] += distance * distance;
        }
    }

    /// What a number is: an ordinal of [Effect], or one of the others above.
    double value(int statistic) {
        return found.all[statistic];
    }

    /// The standard deviation of a number by chance, `NaN` where a period has no posts.
    double deviation(int statistic) {
        double mean = sums[statistic] / resamples;
        return resamples == 0 ? Double.NaN : Math.sqrt(Math.max(0, squares[statistic] / resamples - mean * mean));
    }

    /// By effect and cell.
    double[][] effects() {
        return found.effects();
    }
}
