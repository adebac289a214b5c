package io.tidemark.analytics.insight.why;

import java.util.Arrays;

/// Splits the change of a total. In each cell it is a product: all posts, the platform's share of these, the account's
/// share of the platform's, the content type's of the account's, the share that is old enough, the share that reports,
/// exposure per post, and value per exposure. Where exposure is not known well enough in either period the last two are
/// one: value per post.
final class TotalAttribution implements Attribution {
    private static final double KNOWN_WELL = 0.8;
    private static final int SHARES = 6;
    private static final int FACTORS = SHARES + 2;
    private static final int[] OF_SHARES = {
        Effect.VOLUME.ordinal(),
        Effect.PLATFORM_MIX.ordinal(),
        Effect.ACCOUNT_MIX.ordinal(),
        Effect.CONTENT_TYPE_MIX.ordinal(),
        Effect.TOO_YOUNG.ordinal(),
        Effect.NOT_REPORTED.ordinal()
    };

    private final SplitCells cells;
    private final boolean[] byExposure;
    private final int perPost;
    private final double[] factors0 = new double[FACTORS];
    private final double[] factors1 = new double[FACTORS];
    private final double[] parts = new double[FACTORS];
    private final Nested nested0;
    private final Nested nested1;

    /// @param before the sums that decide in which cells exposure is known well enough, whatever is resampled later
    /// @param perPost what a change of value per post is called
    TotalAttribution(SplitCells cells, PeriodSums before, PeriodSums after, Effect perPost) {
        this.cells = cells;
        this.perPost = perPost.ordinal();
        byExposure = new boolean[cells.count()];
        for (int cell = 0; cell < byExposure.length; cell++) {
            byExposure[cell] = isExposed(before, cell) && isExposed(after, cell);
        }
        nested0 = new Nested(cells);
        nested1 = new Nested(cells);
    }

    /// A cell without posts says nothing against it.
    private static boolean isExposed(PeriodSums sums, int cell) {
        return sums.exposed[cell] >= KNOWN_WELL * sums.reporting[cell]
                && (sums.exposures[cell] > 0 || sums.values[cell] == 0);
    }

    /// Posts of a period by platform and by account.
    private static final class Nested {
        private final SplitCells cells;
        private final double[] ofPlatform = new double[SplitCells.PLATFORMS];
        private final double[] ofAccount;
        private double all;

        Nested(SplitCells cells) {
            this.cells = cells;
            ofAccount = new double[cells.accountCount()];
        }

        void read(PeriodSums sums) {
            Arrays.fill(ofPlatform, 0);
            Arrays.fill(ofAccount, 0);
            all = 0;
            for (int cell = 0; cell < cells.count(); cell++) {
                double posts = sums.published[cell];
                all += posts;
                ofPlatform[cells.platforms()[cell]] += posts;
                ofAccount[cells.accounts()[cell]] += posts;
            }
        }

        void shares(PeriodSums sums, int cell, double[] factors) {
            double platform = ofPlatform[cells.platforms()[cell]];
            double account = ofAccount[cells.accounts()[cell]];
            factors[0] = all;
            factors[1] = ratio(platform, all);
            factors[2] = ratio(account, platform);
            factors[3] = ratio(sums.published[cell], account);
            factors[4] = ratio(sums.ofAge[cell], sums.published[cell]);
            factors[5] = ratio(sums.reporting[cell], sums.ofAge[cell]);
        }
    }

    @Override
    public double value(PeriodSums sums) {
        return PeriodSums.total(sums.values);
    }

    @Override
    public void split(PeriodSums before, PeriodSums after, double[][] effects) {
        nested0.read(before);
        nested1.read(after);
        for (int cell = 0; cell < cells.count(); cell++) {
            nested0.shares(before, cell, factors0);
            nested1.shares(after, cell, factors1);
            last(before, cell, factors0);
            last(after, cell, factors1);
            Lmdi.split(factors0, factors1, before.values[cell], after.values[cell], parts);
            for (int i = 0; i < SHARES; i++) {
                effects[OF_SHARES[i]][cell] = parts[i];
            }
            if (byExposure[cell]) {
                effects[Effect.EXPOSURE.ordinal()][cell] = parts[SHARES];
                effects[Effect.RESPONSE.ordinal()][cell] = parts[SHARES + 1];
            } else {
                effects[perPost][cell] = parts[SHARES + 1];
            }
        }
    }

    private void last(PeriodSums sums, int cell, double[] factors) {
        double perPostHere = ratio(sums.values[cell], sums.reporting[cell]);
        double exposure = byExposure[cell] ? ratio(sums.exposures[cell], sums.exposed[cell]) : 1;
        factors[SHARES] = exposure;
        factors[SHARES + 1] = exposure == 0 ? Double.NaN : perPostHere / exposure;
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }
}
