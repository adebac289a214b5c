package io.tidemark.analytics.insight.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Finds the posts that made most of a change. All contributions add up to the change, less what the number of posts
/// in each cell makes of a total.
final class Contributions {
    private static final int EACH_WAY = 5;
    private static final Comparator<Contribution> BY_SIZE = Comparator.comparingDouble(
                    (Contribution one) -> Math.abs(one.contribution()))
            .thenComparing(Contribution::row, Comparator.reverseOrder());

    private final WhyMetric metric;
    private final PeriodPosts before;
    private final PeriodPosts after;
    private final PeriodSums sums0;
    private final PeriodSums sums1;
    /// The root is the smallest of those kept.
    private final PriorityQueue<Contribution> raising = new PriorityQueue<>(BY_SIZE);
    private final PriorityQueue<Contribution> lowering = new PriorityQueue<>(BY_SIZE);

    Contributions(WhyMetric metric, PeriodPosts before, PeriodPosts after, PeriodSums sums0, PeriodSums sums1) {
        this.metric = metric;
        this.before = before;
        this.after = after;
        this.sums0 = sums0;
        this.sums1 = sums1;
    }

    /// The five that raise it most and the five that lower it most, the largest first.
    List<Contribution> largest() {
        add(before, false);
        add(after, true);
        List<Contribution> found = new ArrayList<>(raising);
        found.addAll(lowering);
        found.sort(BY_SIZE.reversed());
        return found;
    }

    private void add(PeriodPosts posts, boolean current) {
        boolean isRate = metric == WhyMetric.ENGAGEMENT_RATE;
        double whole = PeriodSums.total(current ? sums1.exposures : sums0.exposures);
        double rate = (PeriodSums.total(sums0.values) + PeriodSums.total(sums1.values))
                / (PeriodSums.total(sums0.exposures) + PeriodSums.total(sums1.exposures));
        for (int run = 0; run < posts.runCount(); run++) {
            if (!posts.kinds()[run].isReporting()) {
                continue;
            }
            int cell = posts.cells()[run];
            double mean = (sums0.values[cell] + sums1.values[cell]) / (sums0.reporting[cell] + sums1.reporting[cell]);
            for (int i = posts.runs()[run]; i < posts.runs()[run + 1]; i++) {
                double value = posts.values()[i];
                double typical = isRate ? rate * posts.exposures()[i] : mean;
                double excess = (value - typical) / (isRate ? whole : 1);
                offer(posts.rows()[i], current, value, typical, current ? excess : -excess);
            }
        }
    }

    private void offer(int row, boolean current, double value, double typical, double contribution) {
        PriorityQueue<Contribution> kept = contribution > 0 ? raising : lowering;
        Contribution smallest = kept.peek();
        boolean isFull = kept.size() == EACH_WAY;
        if (contribution == 0
                || (isFull && smallest != null && Math.abs(contribution) <= Math.abs(smallest.contribution()))) {
            return;
        }
        kept.add(new Contribution(row, current, value, typical, contribution));
        if (isFull) {
            kept.remove();
        }
    }
}
