package io.tidemark.analytics.insight.timing;

import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.ResponseMetric;
import java.util.ArrayList;
import java.util.List;

/// Draws the conclusion from the lifts of all slots.
final class TimingConclusions {
    /// Neighbouring hours closer than this are one window.
    private static final double ALIKE = 0.02;

    private final ResponseMetric metric;
    private final TimingUse use;
    private final Lift[] lifts;
    private final TimeVerdict[] verdicts;
    private final int worthTesting;
    private final double noise;

    TimingConclusions(
            ResponseMetric metric,
            TimingUse use,
            Lift[] lifts,
            TimeVerdict[] verdicts,
            int worthTesting,
            double noise) {
        this.metric = metric;
        this.use = use;
        this.lifts = lifts;
        this.verdicts = verdicts;
        this.worthTesting = worthTesting;
        this.noise = noise;
    }

    /// @param reserve why nothing may be claimed, empty where something may
    TimingConclusion of(String reserve, Evidence evidence, int siblings) {
        TimingConclusion.Window best = window(lifts, Verdicts.best(lifts));
        boolean claims = evidence.status() != EvidenceStatus.NOT_ENOUGH_DATA;
        int postsToSettle = ExperimentPlan.postsPerTime(noise, ExperimentPlan.USUAL_DIFFERENCE);
        return new TimingConclusion(
                evidence.status(),
                evidence.reasonCode(),
                claims
                        ? TimingText.recommendation(best, metric)
                        : reserve.isEmpty()
                                ? TimingText.undecided(best, postsToSettle)
                                : TimingText.reserved(reserve, use),
                best,
                good(),
                worthTesting < 0 ? null : time(worthTesting),
                claims ? null : postsToSettle,
                proposal(postsToSettle),
                siblings,
                evidence);
    }

    /// What other accounts lead to expect of one that has too few posts of its own.
    static TimingConclusion expected(Lift[] lifts, TimingUse use, Evidence evidence, int siblings) {
        TimingConclusion.Window best = window(lifts, Verdicts.best(lifts));
        return new TimingConclusion(
                evidence.status(),
                evidence.reasonCode(),
                TimingText.expected(best, use, siblings),
                best,
                List.of(),
                null,
                null,
                null,
                siblings,
                evidence);
    }

    private TimingProposal proposal(int postsPerTime) {
        int first = Verdicts.best(lifts);
        int second = worthTesting >= 0 && worthTesting != first ? worthTesting : mostUsedBut(first);
        return new TimingProposal(
                slot(first), slot(second), ExperimentPlan.USUAL_DIFFERENCE, postsPerTime, noise, use.postsPerWeek());
    }

    private int mostUsedBut(int other) {
        int most = -1;
        for (int slot = 0; slot < lifts.length; slot++) {
            if (slot != other && (most < 0 || use.posts()[slot] > use.posts()[most])) {
                most = slot;
            }
        }
        return most;
    }

    private static PostingTime slot(int slot) {
        return new PostingTime(slot / SlotFeatures.HOURS + 1, slot % SlotFeatures.HOURS);
    }

    private static TimingConclusion.Window window(Lift[] lifts, int best) {
        int day = best / SlotFeatures.HOURS * SlotFeatures.HOURS;
        int from = best;
        while (from > day && isLike(lifts[from - 1], lifts[best])) {
            from--;
        }
        int to = best;
        while (to < day + SlotFeatures.HOURS - 1 && isLike(lifts[to + 1], lifts[best])) {
            to++;
        }
        Lift lift = lifts[best];
        return new TimingConclusion.Window(
                time(best).weekday(), from - day, to - day + 1, lift.share(), lift.interval(), lift.above());
    }

    private static boolean isLike(Lift one, Lift other) {
        return Math.abs(Math.expm1(one.mean() - other.mean())) < ALIKE;
    }

    private List<TimingConclusion.Time> good() {
        List<TimingConclusion.Time> good = new ArrayList<>();
        for (int slot = 0; slot < verdicts.length; slot++) {
            if (verdicts[slot] == TimeVerdict.GOOD) {
                good.add(time(slot));
            }
        }
        return good;
    }

    private static TimingConclusion.Time time(int slot) {
        return new TimingConclusion.Time(slot / SlotFeatures.HOURS + 1, slot % SlotFeatures.HOURS);
    }
}
