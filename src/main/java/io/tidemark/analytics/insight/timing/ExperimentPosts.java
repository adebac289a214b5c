package io.tidemark.analytics.insight.timing;

import io.tidemark.analytics.insight.Controls;
import io.tidemark.analytics.insight.LocalMinutes;
import io.tidemark.analytics.insight.Responses;
import io.tidemark.analytics.statistics.Cholesky;
import io.tidemark.analytics.statistics.NormalEquations;
import io.tidemark.analytics.statistics.RobustScale;
import io.tidemark.frame.PostFrame;
import java.util.Arrays;

/// The posts of a test: those at either of its times, in order of publication.
final class ExperimentPosts {
    private static final double HUBER = 1.8;
    private static final int PASSES = 3;

    private final ExperimentPlan plan;
    private final PostFrame posts;
    private final Responses responses;
    /// Places in the responses, and whether the post was at the second time.
    private final int[] places;
    private final boolean[] second;

    ExperimentPosts(ExperimentPlan plan, PostFrame posts, Responses responses) {
        this.plan = plan;
        this.posts = posts;
        this.responses = responses;
        LocalMinutes local = new LocalMinutes(plan.zone());
        int[] found = new int[responses.size()];
        boolean[] late = new boolean[responses.size()];
        int size = 0;
        for (int i = 0; i < responses.size(); i++) {
            int minute = local.of(posts.publishedAt(responses.rows()[i]));
            if (plan.first().contains(minute) || plan.second().contains(minute)) {
                late[size] = plan.second().contains(minute);
                found[size++] = i;
            }
        }
        places = Arrays.copyOf(found, size);
        second = Arrays.copyOf(late, size);
    }

    int size() {
        return places.length;
    }

    int count(boolean ofSecond) {
        int count = 0;
        for (boolean one : second) {
            count += one == ofSecond ? 1 : 0;
        }
        return count;
    }

    int asDrawn() {
        int count = 0;
        for (int post = 0; post < second.length; post++) {
            count += second[post] == plan.drawsSecond(post) ? 1 : 0;
        }
        return count;
    }

    /// What is compared: of each time the posts that the plan asks for, and no later ones, so that the result stands.
    Compared compared() {
        int[] kept = new int[2 * plan.postsPerTime()];
        boolean[] groups = new boolean[kept.length];
        int[] counts = new int[2];
        int size = 0;
        for (int i = 0; i < places.length; i++) {
            if (counts[second[i] ? 1 : 0]++ < plan.postsPerTime()) {
                groups[size] = second[i];
                kept[size++] = places[i];
            }
        }
        int[] rows = Arrays.stream(kept).map(place -> responses.rows()[place]).toArray();
        double[] logs = Arrays.stream(kept)
                .mapToDouble(place -> responses.logs()[place])
                .toArray();
        double[] weights = Arrays.stream(kept)
                .mapToDouble(place -> responses.weights()[place])
                .toArray();
        return cleaned(Controls.of(posts, rows), logs, weights, groups);
    }

    /// @param residuals what type, trend and level leave of each response
    /// @param weights less for outliers and young posts
    record Compared(double[] residuals, double[] weights, boolean[] second) {
        /// The variance of the weighted mean of a group.
        double varianceOfMean(boolean group) {
            double total = 0;
            double sum = 0;
            for (int i = 0; i < residuals.length; i++) {
                if (second[i] == group) {
                    total += weights[i];
                    sum += weights[i] * residuals[i];
                }
            }
            double squares = 0;
            for (int i = 0; i < residuals.length; i++) {
                if (second[i] == group) {
                    double part = weights[i] * (residuals[i] - sum / total);
                    squares += part * part;
                }
            }
            return squares / (total * total);
        }
    }

    private static Compared cleaned(Controls controls, double[] logs, double[] given, boolean[] groups) {
        double[] weights = given.clone();
        double[] residuals = logs;
        for (int pass = 0; pass < PASSES; pass++) {
            residuals = residuals(controls, logs, weights);
            double[] huber = RobustScale.huberWeights(residuals, HUBER);
            for (int i = 0; i < weights.length; i++) {
                weights[i] = given[i] * huber[i];
            }
        }
        return new Compared(residuals, weights, groups);
    }

    private static double[] residuals(Controls controls, double[] logs, double[] weights) {
        NormalEquations sums = new NormalEquations(controls.columns());
        for (int i = 0; i < logs.length; i++) {
            controls.addTo(sums, 0, i, weights[i], logs[i]);
        }
        sums.mirror();
        double[] penalties = Arrays.stream(controls.priorVariances())
                .map(variance -> ExperimentPlan.USUAL_NOISE / variance)
                .toArray();
        double[] coefficients = Cholesky.of(sums.leftPlus(penalties)).solve(sums.right());
        double[] residuals = new double[logs.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = logs[i] - controls.explained(i, coefficients, 0);
        }
        return residuals;
    }
}
