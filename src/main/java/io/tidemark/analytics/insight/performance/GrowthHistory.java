package io.tidemark.analytics.insight.performance;

import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.performance.GrowthModel.Kind;
import io.tidemark.analytics.insight.performance.GrowthModel.KindGrowth;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostFrame;
import io.tidemark.frame.PostGrowth;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.Engagements;
import io.tidemark.metric.Growing;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.util.List;

/// How the posts of a frame grew in one count, whatever a question filters by: from all settled posts of
/// an account and type, the newest of them, is learned what is usual.
final class GrowthHistory {
    private static final int SECONDS_PER_HOUR = 3_600;

    private final List<FrameAccount> accounts;
    private final PostFrame posts;
    private final PostGrowth growth;
    private final Growing count;
    private final GrowthModel model;

    /// By account and type, the newest posts that are old enough to have settled, up to as many as are
    /// learned from.
    private final int[] oldEnough;

    /// @param view of which only the frame and the instant matter
    GrowthHistory(View view, Growing count) {
        accounts = view.frame().accounts();
        posts = view.posts();
        growth = view.frame().growth().read();
        this.count = count;
        oldEnough = new int[accounts.size() * ContentType.values().length];
        countOldEnough(view.now().getEpochSecond());
        GrowthModel.Builder builder = GrowthModel.builder();
        forEachSettled((row, post) -> builder.add(kind(row), post));
        model = builder.build();
    }

    private void countOldEnough(long now) {
        for (int row = posts.size() - 1; row >= 0; row--) {
            int kind = posts.kind(row);
            double settledAt =
                    Growing.settledAt(accounts.get(posts.account(row)).platform());
            boolean old = now - posts.publishedAt(row) >= settledAt * SECONDS_PER_HOUR;
            boolean counts = oldEnough[kind] < PostGrowth.HISTORY && isLearnedFrom(row);
            // One that was read a little early is learned from before it is quite as old.
            if (counts && (old || !Double.isNaN(settled(row)))) {
                oldEnough[kind]++;
            }
        }
    }

    /// Of the kind of a post, how many posts should have been learned from.
    int oldEnough(int row) {
        return oldEnough[posts.kind(row)];
    }

    /// What is done with the post of a row.
    interface EachSettled {
        void take(int row, SettledPost post);
    }

    /// The newest settled posts of each kind, the newest first.
    void forEachSettled(EachSettled each) {
        int[] taken = new int[oldEnough.length];
        for (int row = posts.size() - 1; row >= 0; row--) {
            int kind = posts.kind(row);
            if (isLearnedFrom(row)) {
                double total = taken[kind] < PostGrowth.HISTORY ? settled(row) : Double.NaN;
                if (!Double.isNaN(total)) {
                    taken[kind]++;
                    each.take(row, new SettledPost(total, growth.path(count, row)));
                }
            }
        }
    }

    Growing count() {
        return count;
    }

    Kind kind(int row) {
        FrameAccount account = accounts.get(posts.account(row));
        return new Kind(account.id(), account.platform(), posts.contentType(row));
    }

    KindGrowth growthOf(int row) {
        return model.of(kind(row));
    }

    /// How some posts of a platform grow.
    LearnedCurve curveOf(Platform platform, List<SettledPost> some) {
        return model.curveOf(platform, some);
    }

    /// What the post has, `NaN` where it is not known.
    double value(int row) {
        Metric metric = count.metric();
        return metric != null
                ? posts.value(row, metric)
                : Engagements.orNaN(
                        Engagement.PUBLIC,
                        accounts.get(posts.account(row)).platform(),
                        Subject.POST,
                        posts.contentType(row),
                        posts,
                        row);
    }

    /// Hours from publication to the last reading of it; infinite where that was after it had settled.
    double age(int row) {
        double age = growth.lastAge(count, row);
        double settledAt = Growing.settledAt(accounts.get(posts.account(row)).platform());
        return age >= settledAt ? Double.POSITIVE_INFINITY : age;
    }

    /// What the post settled at; what it had after it had settled where nothing nearer is known. `NaN`
    /// before.
    private double settled(int row) {
        float[] path = growth.path(count, row);
        if (path != null) {
            return path[path.length - 1];
        }
        return age(row) == Double.POSITIVE_INFINITY ? value(row) : Double.NaN;
    }

    /// What money bought, and what is gone, tells nothing of how posts usually do.
    private boolean isLearnedFrom(int row) {
        return posts.boosted(row) != Boosted.YES && !posts.isDeleted(row);
    }
}
