package io.tidemark.analytics.insight.feed;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.insight.AccountName;
import io.tidemark.analytics.insight.Finding;
import io.tidemark.analytics.insight.Insight;
import io.tidemark.analytics.insight.InsightType;
import io.tidemark.analytics.insight.ResponseMetric;
import io.tidemark.analytics.insight.effect.AccountEffects;
import io.tidemark.analytics.insight.effect.Effect;
import io.tidemark.analytics.insight.effect.WhatWorks;
import io.tidemark.frame.Frame;
import io.tidemark.metric.Metric;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What works: what posts have that bring more or less than others of their account.
final class EffectSource implements Source {
    private static final Sentence MORE_TITLE = Sentence.of("effect_more_title", "{what}: {size} more engagement");
    private static final Sentence LESS_TITLE = Sentence.of("effect_less_title", "{what}: {size} less engagement");
    private static final Sentence MORE = Sentence.of(
            "effect_more",
            "{with} posts of {platform} ({account}) with {what} brought {size} more engagement than the other {without},"
                    + " all else that is looked at being equal (90% interval {lo} to {hi}). They may differ in other ways.");
    private static final Sentence LESS = Sentence.of(
            "effect_less",
            "{with} posts of {platform} ({account}) with {what} brought {size} less engagement than the other {without},"
                    + " all else that is looked at being equal (90% interval {lo} to {hi}). They may differ in other ways.");

    @Override
    public Stream<Finding> find(Frame frame, AnalyticsQuery query, @Nullable Metric leading, Instant now) {
        if (query.filters().accountIds().size() > 1) {
            return Stream.empty();
        }
        return WhatWorks.compute(frame, query, ResponseMetric.ENGAGEMENT, now).accounts().stream()
                .flatMap(EffectSource::of);
    }

    /// Everything that was estimated. An effect may be nothing as well as the other way round, so that twice the local
    /// false sign rate is more than a test would give.
    private static Stream<Finding> of(AccountEffects effects) {
        return effects.groups().stream()
                .flatMap(group -> group.effects().stream())
                .flatMap(effect -> {
                    Double wrong = effect.lfsr();
                    return wrong == null
                            ? Stream.empty()
                            : Stream.of(
                                    new Finding.Claim(Math.min(1, 2 * wrong), said(effects.account(), effect), null));
                });
    }

    private static @Nullable Insight said(AccountName account, Effect effect) {
        Double size = effect.effect();
        List<Double> interval = effect.interval();
        if (!effect.flagged() || size == null || interval == null) {
            return null;
        }
        Value what = effect.what();
        Value much = Value.percent(Math.abs(size));
        return new Insight(
                InsightType.EFFECT,
                (size > 0 ? MORE_TITLE : LESS_TITLE).said(Map.of("what", what, "size", much)),
                (size > 0 ? MORE : LESS)
                        .said(Map.of(
                                "with", Value.count(effect.with()),
                                "platform", Value.platform(account.platform()),
                                "account", Value.name(account.name()),
                                "what", what,
                                "size", much,
                                "without", Value.count(effect.without()),
                                "lo", Value.signedPercent(interval.getFirst()),
                                "hi", Value.signedPercent(interval.getLast()))),
                "engagement",
                account,
                effect.kind().name().toLowerCase(Locale.ROOT) + "/" + effect.key(),
                null,
                null,
                effect.evidence());
    }
}
