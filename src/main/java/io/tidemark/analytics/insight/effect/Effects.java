package io.tidemark.analytics.insight.effect;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// All effects of one account, in order: what may be claimed, the largest first; what cannot be told from chance, the
/// surest first; what too few posts have.
final class Effects {
    private final Candidates candidates;
    private final List<Estimate> estimates;
    private final EffectEvidence evidence;

    /// @param estimates none where there are too few posts altogether
    Effects(Candidates candidates, List<Estimate> estimates, EffectEvidence evidence) {
        this.candidates = candidates;
        this.estimates = estimates;
        this.evidence = evidence;
    }

    List<Effect> all() {
        Stream<Effect> flagged = estimates.stream()
                .filter(Estimate::flagged)
                .sorted(Comparator.comparingDouble(
                        estimate -> -Math.abs(estimate.shrunken().mean())))
                .map(this::effect);
        Stream<Effect> unclear = estimates.stream()
                .filter(estimate -> !estimate.flagged())
                .sorted(Comparator.comparingDouble(
                        estimate -> estimate.shrunken().wrongSign()))
                .map(this::effect);
        List<Candidate> estimated = estimates.stream().map(Estimate::candidate).toList();
        Stream<Effect> untold = candidates.told().stream()
                .filter(candidate -> !estimated.contains(candidate))
                .map(this::untold);
        return Stream.of(flagged, unclear, untold, candidates.rare().stream().map(this::untold))
                .flatMap(effects -> effects)
                .toList();
    }

    private Effect effect(Estimate estimate) {
        Candidate of = estimate.candidate();
        return new Effect(
                of.kind(),
                of.key(),
                of.name(),
                of.with(),
                of.without(),
                estimate.effect(),
                estimate.interval(),
                estimate.shrunken().wrongSign(),
                estimate.flagged(),
                estimate.flagged() ? 0 : estimate.missing(),
                evidence.of(estimate));
    }

    private Effect untold(Candidate of) {
        boolean isRedundant = of.contrast() != null && !estimates.isEmpty();
        return new Effect(
                of.kind(),
                of.key(),
                of.name(),
                of.with(),
                of.without(),
                null,
                null,
                null,
                false,
                Math.max(candidates.missing(), of.missing()),
                isRedundant ? evidence.ofRedundant(of) : evidence.ofRare(of));
    }
}
