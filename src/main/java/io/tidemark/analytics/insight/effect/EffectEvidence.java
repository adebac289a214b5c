package io.tidemark.analytics.insight.effect;

import io.tidemark.analytics.Coverage;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.Responses;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the effects of one account rest on.
final class EffectEvidence {
    static final String TOO_FEW_POSTS = "too_few_posts";

    private static final String METHOD = "what_works/1";
    private static final double WEAK = 0.8;

    private final Responses responses;
    private final int items;
    private final boolean provided;
    private final Instant now;

    /// @param items how many posts were to be looked at
    /// @param provided whether they should report the metric
    EffectEvidence(Responses responses, int items, boolean provided, Instant now) {
        this.responses = responses;
        this.items = items;
        this.provided = provided;
        this.now = now;
    }

    Evidence of(Estimate estimate) {
        int n = estimate.candidate().with() + estimate.candidate().without();
        return evidence(estimate, n, status(estimate.flagged()), reason(estimate.flagged()));
    }

    /// Of something that too few posts have, or have not; or of anything where there are too few posts altogether.
    Evidence ofRare(Candidate candidate) {
        return evidence(null, candidate.with() + candidate.without(), EvidenceStatus.NOT_ENOUGH_DATA, TOO_FEW_POSTS);
    }

    /// Of something that nearly all posts have that have something else, and no others.
    Evidence ofRedundant(Candidate candidate) {
        return evidence(
                null, candidate.with() + candidate.without(), EvidenceStatus.NOT_ENOUGH_DATA, "goes_with_others");
    }

    /// Of everything together: how many effects may be claimed.
    Evidence ofAll(int flagged) {
        boolean claims = flagged > 0;
        return evidence((double) flagged, null, null, responses.size(), status(claims), reason(claims));
    }

    Evidence ofObstacle(String reason) {
        EvidenceStatus status =
                reason.equals("metric_not_provided") ? EvidenceStatus.NOT_PROVIDED : EvidenceStatus.NOT_ENOUGH_DATA;
        return evidence(null, responses.size(), status, reason);
    }

    private EvidenceStatus status(boolean claims) {
        if (!claims) {
            return EvidenceStatus.NOT_ENOUGH_DATA;
        }
        return isWeak() ? EvidenceStatus.WEAK : EvidenceStatus.OK;
    }

    private String reason(boolean claims) {
        if (!claims) {
            return "no_clear_difference";
        }
        return isWeak() ? "low_coverage" : "ok";
    }

    private boolean isWeak() {
        return responses.size() < WEAK * items;
    }

    private Evidence evidence(@Nullable Estimate estimate, int n, EvidenceStatus status, String reason) {
        return evidence(
                estimate == null ? null : estimate.effect(),
                estimate == null ? null : estimate.interval(),
                estimate == null ? null : estimate.effectivePosts(),
                n,
                status,
                reason);
    }

    private Evidence evidence(
            @Nullable Double value,
            @Nullable List<Double> interval,
            @Nullable Double nEff,
            int n,
            EvidenceStatus status,
            String reason) {
        return new Evidence(
                value,
                interval == null ? null : interval.getFirst(),
                interval == null ? null : interval.getLast(),
                interval == null ? null : Shrunken.LEVEL,
                n,
                nEff,
                new Coverage(Coverage.Unit.POST, responses.size(), provided ? items : responses.size(), items),
                responses.size() == 0 ? 0 : (double) responses.young() / responses.size(),
                now,
                METHOD,
                status,
                reason);
    }
}
