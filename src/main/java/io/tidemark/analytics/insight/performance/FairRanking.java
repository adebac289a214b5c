package io.tidemark.analytics.insight.performance;

import io.tidemark.analytics.Coverage;
import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.statistics.BetaPrior;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import org.jspecify.annotations.Nullable;

/// Ranks posts by a rate as it would be found if each were shown to many more people: the rate of a post
/// seen by few is pulled towards what is usual, so that a fluke does not lead the list.
///
/// Beta-binomial empirical Bayes. What is usual comes from the posts of the same account and type where
/// these are at least 20, else of the account, else of the platform; its mean and spread by the method of
/// Paule and Mandel (1982). A post with e acts out of m exposures counts as e/φ out of m/φ, φ being the
/// acts of one person who acts.
public final class FairRanking {
    /// Acts per person for engagement, of which one person may do several kinds.
    public static final double ACTS_PER_PERSON = 1.5;
    /// The level of the interval.
    public static final double LEVEL = 0.90;

    public static final String METHOD = "fair_rate/1";

    private static final int SMALLEST_POOL = 20;
    /// From the 10 % to the 90 % quantile.
    private static final double BETWEEN_TENTHS = 0.80;
    private static final int TYPES = ContentType.values().length;

    private final View view;
    private final int[] rows;
    private final double[] parts;
    private final double[] wholes;
    private final double actsPerPerson;
    private final @Nullable RatePool[] ofTypes;
    private final @Nullable RatePool[] ofAccounts;
    private final @Nullable RatePool[] ofPlatforms = new RatePool[Platform.values().length];

    /// From which posts it is known what is usual.
    public enum Pool {
        ACCOUNT_AND_TYPE,
        ACCOUNT,
        PLATFORM,
        /// None of them tells anything: the rate stands as it is.
        NONE
    }

    /// @param score the rate expected in the long run
    /// @param low lower end of its interval
    /// @param high upper end
    /// @param raw the rate as it is
    /// @param pool what the post was compared with
    /// @param poolSize how many posts that were
    public record Score(
            double score, double low, double high, double raw, Pool pool, int poolSize, Evidence evidence) {}

    /// @param rows of the posts of the view that are ranked, and among which it is looked what is usual
    /// @param parts acts of each, such as its engagement; `NaN` where they are not known
    /// @param wholes exposures of each, such as its impressions; `NaN` where they are not known
    /// @param actsPerPerson 1 where a person acts once only, else [#ACTS_PER_PERSON]
    public FairRanking(View view, int[] rows, double[] parts, double[] wholes, double actsPerPerson) {
        this.view = view;
        this.rows = rows.clone();
        this.parts = parts.clone();
        this.wholes = wholes.clone();
        this.actsPerPerson = actsPerPerson;
        ofTypes = new RatePool[view.accountCount() * TYPES];
        ofAccounts = new RatePool[view.accountCount()];
        collect();
    }

    /// What a post is ranked by, `NaN` where its rate is not known.
    public double score(int index) {
        if (!isKnown(index)) {
            return Double.NaN;
        }
        BetaPrior prior = pool(index).prior(actsPerPerson);
        return prior == null ? parts[index] / wholes[index] : prior.mean(parts[index], wholes[index], actsPerPerson);
    }

    /// The rate that a post exceeds in the long run with a chance of nine in ten, `NaN` where its rate is
    /// not known: by this, posts rank high only where there is little doubt.
    public double cautious(int index) {
        if (!isKnown(index)) {
            return Double.NaN;
        }
        BetaPrior prior = pool(index).prior(actsPerPerson);
        return prior == null
                ? parts[index] / wholes[index]
                : prior.interval(parts[index], wholes[index], actsPerPerson, BETWEEN_TENTHS)[0];
    }

    /// What is expected with its interval, which takes longer: for the posts that are shown. Null where
    /// its rate is not known.
    public @Nullable Score detail(int index) {
        if (!isKnown(index)) {
            return null;
        }
        RatePool pool = pool(index);
        BetaPrior prior = pool.prior(actsPerPerson);
        double raw = parts[index] / wholes[index];
        if (prior == null) {
            return new Score(raw, raw, raw, raw, Pool.NONE, pool.size(), evidence(raw, null, pool.size()));
        }
        double score = score(index);
        double[] interval = prior.interval(parts[index], wholes[index], actsPerPerson, LEVEL);
        // Where hardly anybody ever acts, the rare cases alone make the mean, and the quantiles leave these out.
        interval[1] = Math.max(interval[1], score);
        return new Score(
                score, interval[0], interval[1], raw, pool.kind(), pool.size(), evidence(score, interval, pool.size()));
    }

    private Evidence evidence(double value, double @Nullable [] interval, int size) {
        boolean enough = interval != null && size >= SMALLEST_POOL;
        EvidenceStatus status = interval == null
                ? EvidenceStatus.NOT_ENOUGH_DATA
                : enough ? EvidenceStatus.OK : EvidenceStatus.PROVISIONAL;
        return new Evidence(
                value,
                interval == null ? null : Double.valueOf(interval[0]),
                interval == null ? null : Double.valueOf(interval[1]),
                interval == null ? null : Double.valueOf(LEVEL),
                size,
                null,
                new Coverage(Coverage.Unit.POST, size, size, size),
                0,
                view.now(),
                METHOD,
                status,
                enough ? "ok" : interval == null ? "too_few_posts" : "few_posts");
    }

    private boolean isKnown(int index) {
        return parts[index] >= 0 && wholes[index] > 0;
    }

    private void collect() {
        PostFrame posts = view.posts();
        for (int i = 0; i < rows.length; i++) {
            if (isKnown(i)) {
                int account = posts.account(rows[i]);
                add(ofTypes, type(i), Pool.ACCOUNT_AND_TYPE, i);
                add(ofAccounts, account, Pool.ACCOUNT, i);
                add(ofPlatforms, view.platform(account).ordinal(), Pool.PLATFORM, i);
            }
        }
    }

    private void add(@Nullable RatePool[] pools, int place, Pool kind, int index) {
        RatePool pool = pools[place];
        if (pool == null) {
            pool = new RatePool(kind);
            pools[place] = pool;
        }
        pool.add(parts[index], wholes[index]);
    }

    private int type(int index) {
        PostFrame posts = view.posts();
        return posts.account(rows[index]) * TYPES
                + posts.contentType(rows[index]).ordinal();
    }

    private RatePool pool(int index) {
        int account = view.posts().account(rows[index]);
        RatePool ofType = ofTypes[type(index)];
        if (ofType != null && ofType.size() >= SMALLEST_POOL) {
            return ofType;
        }
        RatePool ofAccount = ofAccounts[account];
        if (ofAccount != null && ofAccount.size() >= SMALLEST_POOL) {
            return ofAccount;
        }
        RatePool ofPlatform = ofPlatforms[view.platform(account).ordinal()];
        return ofPlatform == null ? new RatePool(Pool.NONE) : ofPlatform;
    }
}
