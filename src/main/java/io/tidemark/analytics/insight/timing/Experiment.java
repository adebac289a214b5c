package io.tidemark.analytics.insight.timing;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Coverage;
import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.EligiblePosts;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.ResponseReader;
import io.tidemark.analytics.insight.Responses;
import io.tidemark.analytics.statistics.PermutationTest;
import io.tidemark.frame.Frame;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Follows a test of two times, and evaluates it when both have their posts, not before: whoever looks at a difference
/// on the way and stops when it pleases finds one far more often than the stated level.
///
/// The result is a permutation test on what type, trend and level leave of the responses. As a coin named the times,
/// a difference is an effect and not an association.
public final class Experiment {
    private static final String METHOD = "timing_experiment/1";
    private static final int SHUFFLES = 9_999;
    private static final double SURE = 0.05;
    private static final double NORMAL_95 = 1.6448536269514722;
    /// Where fewer posts follow the coin, whoever chose the time may have chosen the post with it.
    private static final double MOSTLY_DRAWN = 0.9;

    private final ExperimentPlan plan;
    private final View view;
    private final Responses responses;
    private final int eligible;
    private final ExperimentPosts posts;
    private final ExperimentState.Arm first;
    private final ExperimentState.Arm second;

    private Experiment(Frame frame, AnalyticsQuery query, ExperimentPlan plan, Instant now) {
        this.plan = plan;
        view = new View(frame, query.filters(), now);
        int account = IntStream.range(0, view.accountCount())
                .filter(i -> frame.accounts().get(i).id() == plan.accountId())
                .findFirst()
                .orElse(-1);
        int[] rows = account < 0 ? new int[0] : rows(account, query);
        eligible = rows.length;
        responses = account < 0 ? Responses.none() : new ResponseReader(view, query, plan.metric()).read(account, rows);
        posts = new ExperimentPosts(plan, view.posts(), responses);
        first = new ExperimentState.Arm(plan.first(), posts.count(false), plan.postsPerTime());
        second = new ExperimentState.Arm(plan.second(), posts.count(true), plan.postsPerTime());
    }

    /// @param query how engagement and rates are counted
    /// @param now the present
    public static ExperimentState follow(Frame frame, AnalyticsQuery query, ExperimentPlan plan, Instant now) {
        return new Experiment(frame, query, plan, now).state();
    }

    private int[] rows(int account, AnalyticsQuery query) {
        EligiblePosts all = new EligiblePosts(
                view,
                query.filters(),
                plan.startedAt().atZone(plan.zone()).toLocalDate().minusDays(1),
                view.today(),
                false);
        long from = plan.startedAt().getEpochSecond();
        long until = plan.endedAt() == null ? Long.MAX_VALUE : plan.endedAt().getEpochSecond();
        return Arrays.stream(all.rows(account))
                .filter(row ->
                        view.posts().publishedAt(row) >= from && view.posts().publishedAt(row) < until)
                .toArray();
    }

    private ExperimentState state() {
        if (first.isFull() && second.isFull()) {
            return complete();
        }
        boolean running = plan.endedAt() == null;
        return new ExperimentState(
                running ? ExperimentState.Stage.RUNNING : ExperimentState.Stage.STOPPED,
                first,
                second,
                posts.asDrawn(),
                running ? next() : null,
                null,
                running ? ExperimentText.running(first, second) : ExperimentText.stopped(first, second),
                evidence(null, EvidenceStatus.NOT_ENOUGH_DATA, running ? "still_running" : "stopped_early"));
    }

    private ExperimentState.Next next() {
        boolean late = first.isFull() || (!second.isFull() && plan.drawsSecond(posts.size()));
        PostingTime time = late ? plan.second() : plan.first();
        return new ExperimentState.Next(time, time.next(view.now(), plan.zone()));
    }

    private ExperimentState complete() {
        ExperimentPosts.Compared compared = posts.compared();
        PermutationTest test =
                PermutationTest.of(compared.residuals(), compared.weights(), compared.second(), SHUFFLES, plan.seed());
        double margin = NORMAL_95 * Math.sqrt(compared.varianceOfMean(false) + compared.varianceOfMean(true));
        double[] effect = {
            Math.expm1(test.difference()),
            Math.expm1(test.difference() - margin),
            Math.expm1(test.difference() + margin)
        };
        boolean clear = test.pValue() <= SURE;
        boolean drawn = posts.asDrawn() >= MOSTLY_DRAWN * posts.size();
        EvidenceStatus status =
                clear ? drawn ? EvidenceStatus.OK : EvidenceStatus.WEAK : EvidenceStatus.NOT_ENOUGH_DATA;
        String reason = clear ? drawn ? "ok" : "not_as_drawn" : "no_clear_difference";
        return new ExperimentState(
                ExperimentState.Stage.COMPLETE,
                first,
                second,
                posts.asDrawn(),
                null,
                test.pValue(),
                ExperimentText.complete(plan, effect, test.pValue(), clear, drawn),
                evidence(effect, status, reason));
    }

    private Evidence evidence(double @Nullable [] effect, EvidenceStatus status, String reason) {
        int n = posts.size();
        return new Evidence(
                effect == null ? null : effect[0],
                effect == null ? null : effect[1],
                effect == null ? null : effect[2],
                effect == null ? null : Lift.LEVEL,
                n,
                null,
                new Coverage(Coverage.Unit.POST, responses.size(), eligible, eligible),
                responses.size() == 0 ? 0 : (double) responses.young() / responses.size(),
                view.now(),
                METHOD,
                status,
                reason);
    }
}
