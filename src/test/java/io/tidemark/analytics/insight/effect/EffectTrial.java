package io.tidemark.analytics.insight.effect;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.QueryParameters;
import io.tidemark.analytics.insight.ResponseMetric;
import io.tidemark.analytics.statistics.FalseDiscovery;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.commons.statistics.distribution.TDistribution;

/// Ways to say which hashtags work, tried on accounts whose truth is known.
public final class EffectTrial {
    private static final AnalyticsQuery ALL =
            QueryParameters.parse(Map.of("range", List.of("all")), AnalyticsQuery.Defaults.SHIPPED);
    private static final double RATE = 0.10;

    private EffectTrial() {}

    /// A way, which says of each hashtag whether it works.
    public enum Way {
        NAIVE("with against without, t test at 5 %"),
        NAIVE_LISTED("the same, Benjamini–Hochberg at 10 %"),
        PRODUCT("**what the product says**");

        private final String title;

        Way(String title) {
            this.title = title;
        }

        private Claim[] claims(EffectWorld world) {
            return switch (this) {
                case NAIVE -> naive(world);
                case NAIVE_LISTED -> naiveListed(world);
                case PRODUCT -> product(world);
            };
        }

        public String title() {
            return title;
        }
    }

    /// What is said of a hashtag.
    ///
    /// @param effect shown, on the logarithm
    private record Claim(boolean flagged, double effect, double low, double high) {
        static final Claim NONE = new Claim(false, 0, Double.NaN, Double.NaN);
    }

    /// What came of some accounts.
    ///
    /// @param flagged how many hashtags were said to work or to harm, for an account
    /// @param wrong the share of these that do nothing, or the opposite
    /// @param found the share of the hashtags that work
    /// @param runsWithFlag the share of accounts on which anything was said
    /// @param shown the effect shown of the hashtag shown as the best, as a share
    /// @param trueEffect the effect that this one has
    /// @param covered the share of the flagged hashtags whose effect lies in the interval shown
    /// @param coveredReal the same of those that work
    public record Score(
            double flagged,
            double wrong,
            double found,
            double runsWithFlag,
            double shown,
            double trueEffect,
            double covered,
            double coveredReal) {}

    /// @param real how many of thirty hashtags work
    public static Score run(Way way, int runs, int posts, int real, boolean confounded) {
        double flagged = 0;
        double wrong = 0;
        double found = 0;
        double runsWithFlag = 0;
        double shown = 0;
        double trueEffect = 0;
        double covered = 0;
        double coveredReal = 0;
        for (int run = 0; run < runs; run++) {
            EffectWorld world = new EffectWorld(1000L + run, posts, real, confounded);
            Claim[] claims = way.claims(world);
            int best = 0;
            boolean any = false;
            for (int tag = 0; tag < claims.length; tag++) {
                Claim claim = claims[tag];
                double truth = world.effect(tag);
                boolean inside = truth >= claim.low() && truth <= claim.high();
                best = claim.effect() > claims[best].effect() ? tag : best;
                coveredReal += truth != 0 && inside ? 1 : 0;
                if (claim.flagged()) {
                    any = true;
                    flagged++;
                    covered += inside ? 1 : 0;
                    wrong += truth * claim.effect() <= 0 ? 1 : 0;
                    found += truth * claim.effect() > 0 ? 1 : 0;
                }
            }
            runsWithFlag += any ? 1 : 0;
            shown += claims[best].effect();
            trueEffect += world.effect(best);
        }
        return new Score(
                flagged / runs,
                wrong / flagged,
                found / (real * (double) runs),
                runsWithFlag / runs,
                Math.expm1(shown / runs),
                Math.expm1(trueEffect / runs),
                covered / flagged,
                coveredReal / (real * (double) runs));
    }

    /// The share of accounts where nothing makes any difference on which anything is flagged, of whatever kind.
    public static double nullClaims(int runs, int posts) {
        int claims = 0;
        for (int run = 0; run < runs; run++) {
            claims += answer(new EffectWorld(500_000L + run, posts, 0, false))
                                    .conclusion()
                                    .flagged()
                            > 0
                    ? 1
                    : 0;
        }
        return (double) claims / runs;
    }

    private static AccountEffects answer(EffectWorld world) {
        return WhatWorks.compute(world.frame(), ALL, ResponseMetric.ENGAGEMENT, EffectFrames.NOW)
                .accounts()
                .getFirst();
    }

    private static Claim[] product(EffectWorld world) {
        Claim[] claims = new Claim[EffectWorld.HASHTAGS];
        Arrays.fill(claims, Claim.NONE);
        for (EffectGroup group : answer(world).groups()) {
            for (Effect effect : group.effects()) {
                if (effect.kind() == EffectKind.HASHTAG && effect.effect() != null) {
                    List<Double> interval = Objects.requireNonNull(effect.interval());
                    Claim claim = new Claim(
                            effect.flagged(),
                            Math.log1p(effect.effect()),
                            Math.log1p(interval.getFirst()),
                            Math.log1p(interval.getLast()));
                    for (String name : effect.key().split(" ", -1)) {
                        claims[Integer.parseInt(name.substring("#tag".length()))] = claim;
                    }
                }
            }
        }
        return claims;
    }

    private static Claim[] naive(EffectWorld world) {
        return tested(world, p -> {
            boolean[] listed = new boolean[p.length];
            for (int tag = 0; tag < p.length; tag++) {
                listed[tag] = p[tag] < 0.05;
            }
            return listed;
        });
    }

    private static Claim[] naiveListed(EffectWorld world) {
        return tested(world, p -> FalseDiscovery.benjaminiHochberg(p, RATE));
    }

    private static Claim[] tested(EffectWorld world, Function<double[], boolean[]> lister) {
        double[] differences = new double[EffectWorld.HASHTAGS];
        double[] p = new double[EffectWorld.HASHTAGS];
        for (int tag = 0; tag < p.length; tag++) {
            int number = tag;
            double[] with = logs(world, post -> post.hashtags()[number]);
            double[] without = logs(world, post -> !post.hashtags()[number]);
            if (with.length < 5 || without.length < 5) {
                p[tag] = 1;
                continue;
            }
            differences[tag] = mean(with) - mean(without);
            double one = variance(with) / with.length;
            double other = variance(without) / without.length;
            double freedom = (one + other)
                    * (one + other)
                    / (one * one / (with.length - 1) + other * other / (without.length - 1));
            double t = Math.abs(differences[tag]) / Math.sqrt(one + other);
            p[tag] = 2 * TDistribution.of(freedom).survivalProbability(t);
        }
        boolean[] listed = lister.apply(p);
        Claim[] claims = new Claim[p.length];
        Arrays.setAll(claims, tag -> new Claim(listed[tag], differences[tag], Double.NaN, Double.NaN));
        return claims;
    }

    private static double[] logs(EffectWorld world, Predicate<EffectWorld.Post> which) {
        return world.posts().stream()
                .filter(which)
                .mapToDouble(post -> Math.log(post.engagement() + 0.5))
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }
}
