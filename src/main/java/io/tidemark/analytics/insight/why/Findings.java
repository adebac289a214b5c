package io.tidemark.analytics.insight.why;

import io.tidemark.analytics.Coverage;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Turns a split into findings, each with its evidence: which parts may be called causes, and which cannot be told from
/// chance.
final class Findings {
    static final double LEVEL = 0.9;
    /// Posts that must report in each period before anything is called a cause.
    static final int FEWEST_POSTS = 10;

    /// The quantile that leaves a twentieth above it.
    private static final double QUANTILE = 1.645;

    private static final double WEAK_BELOW = 0.8;
    private static final Sentence MORE = Sentence.of("why_mix_up", "more of the posts were of kinds that bring more");
    private static final Sentence LESS = Sentence.of("why_mix_down", "more of the posts were of kinds that bring less");
    private static final List<Effect> MIXES = List.of(Effect.PLATFORM_MIX, Effect.ACCOUNT_MIX, Effect.CONTENT_TYPE_MIX);

    private final Exposure exposure;
    private final Resampling split;
    private final WhyAnswer.Side posts;
    private final WhyAnswer.Side previousPosts;
    private final double previous;
    private final Instant now;

    /// @param previous what parts of the change are compared with
    Findings(
            Exposure exposure,
            Resampling split,
            WhyAnswer.Side posts,
            WhyAnswer.Side previousPosts,
            double previous,
            Instant now) {
        this.exposure = exposure;
        this.split = split;
        this.posts = posts;
        this.previousPosts = previousPosts;
        this.previous = previous;
        this.now = now;
    }

    /// What may be said of a part.
    enum Verdict {
        BEYOND_CHANCE,
        WITHIN_CHANCE,
        FEWER_THAN_10_POSTS,
        WEAK_COVERAGE,
        /// No part of what happened, but of what is known.
        APART
    }

    /// The number of reporting posts of the smaller period.
    int fewest() {
        return Math.min(reporting(posts), reporting(previousPosts));
    }

    private static int reporting(WhyAnswer.Side side) {
        return side.published() - side.tooYoung() - side.notReported();
    }

    private static boolean isWeak(WhyAnswer.Side side) {
        return reporting(side) < WEAK_BELOW * (side.published() - side.tooYoung());
    }

    private Verdict verdict(int statistic) {
        if (fewest() < FEWEST_POSTS) {
            return Verdict.FEWER_THAN_10_POSTS;
        }
        if (isWeak(posts) || isWeak(previousPosts)) {
            return Verdict.WEAK_COVERAGE;
        }
        double value = Math.abs(split.value(statistic));
        return value > QUANTILE * split.deviation(statistic) ? Verdict.BEYOND_CHANCE : Verdict.WITHIN_CHANCE;
    }

    /// The verdict on the whole change.
    Verdict onChange() {
        return verdict(Resampling.CHANGE);
    }

    /// How far the whole change may go by chance, as a share of what was before; `NaN` where that is not known.
    double byChance() {
        return QUANTILE * split.deviation(Resampling.CHANGE) / previous;
    }

    static boolean isMix(Effect effect) {
        return MIXES.contains(effect);
    }

    /// Those of what happened.
    List<EffectAnswer> effects() {
        List<EffectAnswer> effects = new ArrayList<>();
        for (Effect effect : Effect.of(exposure.metric())) {
            if (effect == Effect.PLATFORM_MIX) {
                effects.add(mix());
            } else if (!isMix(effect) && (effect != Effect.PER_POST || split.value(effect.ordinal()) != 0)) {
                effects.add(effect(effect));
            }
        }
        return effects;
    }

    /// Those of what is known.
    List<EffectAnswer> apart() {
        if (exposure.isRequired()) {
            return List.of();
        }
        return Effect.APART.stream().map(this::effect).toList();
    }

    private EffectAnswer effect(Effect effect) {
        double change = split.value(effect.ordinal());
        Verdict verdict = Effect.APART.contains(effect) ? Verdict.APART : verdict(effect.ordinal());
        return answer(effect.key(), effect.title(), effect.words(change), effect.ordinal(), verdict, List.of());
    }

    private EffectAnswer mix() {
        List<EffectAnswer> parts = MIXES.stream()
                .filter(one -> split.value(one.ordinal()) != 0)
                .map(this::effect)
                .toList();
        double change = split.value(Resampling.MIX);
        Said words = parts.size() == 1 ? parts.getFirst().words() : (change >= 0 ? MORE : LESS).said();
        return answer(
                "mix",
                "mix of platforms, accounts and content types",
                words,
                Resampling.MIX,
                verdict(Resampling.MIX),
                parts);
    }

    private EffectAnswer answer(
            String key, String title, Said words, int statistic, Verdict verdict, List<EffectAnswer> parts) {
        double change = split.value(statistic);
        return new EffectAnswer(
                key,
                title,
                words,
                change,
                previous > 0 ? change / previous : null,
                verdict == Verdict.BEYOND_CHANCE,
                evidence(statistic, verdict),
                parts);
    }

    Evidence evidence(int statistic) {
        return evidence(statistic, verdict(statistic));
    }

    private Evidence evidence(int statistic, Verdict verdict) {
        double change = split.value(statistic);
        double margin = QUANTILE * split.deviation(statistic);
        boolean isGuarded = verdict != Verdict.APART && !Double.isNaN(margin);
        int young = posts.tooYoung() + previousPosts.tooYoung();
        int published = posts.published() + previousPosts.published();
        int known = reporting(posts) + reporting(previousPosts);
        return new Evidence(
                change,
                bound(isGuarded, change - margin),
                bound(isGuarded, change + margin),
                isGuarded ? LEVEL : null,
                known,
                null,
                new Coverage(Coverage.Unit.POST, known, published - young, published),
                published == 0 ? 0 : (double) young / published,
                now,
                exposure.isRequired() ? "within_and_mix/1" : "lmdi/1",
                status(verdict, young > 0),
                verdict.name().toLowerCase(Locale.ROOT));
    }

    private static @Nullable Double bound(boolean isKnown, double bound) {
        return isKnown ? bound : null;
    }

    private static EvidenceStatus status(Verdict verdict, boolean hasYoung) {
        return switch (verdict) {
            case BEYOND_CHANCE, APART -> hasYoung ? EvidenceStatus.PROVISIONAL : EvidenceStatus.OK;
            case WEAK_COVERAGE -> EvidenceStatus.WEAK;
            case WITHIN_CHANCE, FEWER_THAN_10_POSTS -> EvidenceStatus.NOT_ENOUGH_DATA;
        };
    }
}
