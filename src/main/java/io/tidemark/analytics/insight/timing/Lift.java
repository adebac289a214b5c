package io.tidemark.analytics.insight.timing;

import io.tidemark.analytics.statistics.Mixture;
import java.util.List;

/// The effect of a time on the logarithm of what posts reach, against the account's own mix.
///
/// @param above the probability that it is more than nothing
record Lift(double mean, double low, double high, double above, double nEff) {
    static final double LEVEL = 0.90;
    /// Smaller differences are not worth a claim.
    static final double SMALLEST_CLAIM = Math.log(1.05);

    private static final double SURE = 0.90;

    static Lift of(SlotPosterior posterior, SlotGrid.Contrast contrast) {
        Mixture effect = posterior.effect(contrast.features(), contrast.rough());
        return new Lift(
                effect.mean(),
                effect.quantile((1 - LEVEL) / 2),
                effect.quantile((1 + LEVEL) / 2),
                effect.probabilityAbove(0),
                posterior.effectivePosts(contrast.features()));
    }

    boolean isClear() {
        return above >= SURE && mean >= SMALLEST_CLAIM;
    }

    double share() {
        return Math.expm1(mean);
    }

    List<Double> interval() {
        return List.of(Math.expm1(low), Math.expm1(high));
    }
}
