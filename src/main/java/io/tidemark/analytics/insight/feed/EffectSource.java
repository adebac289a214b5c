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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What works: what posts have that bring more or less than others of their account.
final class EffectSource implements Source {
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
        String direction = size > 0 ? "more" : "less";
        String much = "%.0f %%".formatted(Math.abs(size) * 100);
        String text = String.format(
                Locale.ROOT,
                "%d posts of %s (%s) with %s brought %s %s engagement than the other %d, all else that is looked at"
                        + " being equal (90 %% interval %+.0f %% to %+.0f %%). They may differ in other ways.",
                effect.with(),
                account.platform().title(),
                account.name(),
                effect.name(),
                much,
                direction,
                effect.without(),
                interval.getFirst() * 100,
                interval.getLast() * 100);
        return new Insight(
                InsightType.EFFECT,
                "%s: %s %s engagement".formatted(effect.name(), much, direction),
                text,
                "engagement",
                account,
                effect.kind().name().toLowerCase(Locale.ROOT) + "/" + effect.key(),
                null,
                null,
                effect.evidence());
    }
}
