package io.tidemark.analytics;

import io.tidemark.frame.Measure;
import io.tidemark.metric.Acts;
import io.tidemark.metric.Definition;
import io.tidemark.metric.Definitions;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A ratio of sums that answers tell.
///
/// @param key its name in answers
/// @param denominators for each platform that provides both sides, what to divide by
/// @param engagement the definition of its numerator, null where that is no engagement
record RateKind(
        String key,
        Definition definition,
        Measure numerator,
        Map<Platform, Denominator> denominators,
        @Nullable String engagement) {
    static final String ENGAGEMENT_RATE = "engagement_rate";

    /// What virality divides by, in this order, fixed for a platform by what it provides.
    private static final List<Denominator> EXPOSURES =
            List.of(Denominator.IMPRESSIONS, Denominator.VIDEO_VIEWS, Denominator.REACH);

    static List<RateKind> all(AnalyticsQuery query, Slice slice, Set<Platform> platforms) {
        List<RateKind> kinds = new ArrayList<>();
        kinds.add(engagementRate(query, slice, platforms));
        kinds.add(of(
                "ctr",
                Definitions.CTR,
                Measure.of(Metric.LINK_CLICKS),
                List.of(Denominator.IMPRESSIONS),
                slice,
                platforms));
        kinds.add(of("virality", Definitions.VIRALITY, Measure.of(Acts.FORWARDS), EXPOSURES, slice, platforms));
        return kinds;
    }

    static RateKind engagementRate(AnalyticsQuery query, Slice slice, Set<Platform> platforms) {
        Map<Platform, Denominator> denominators = new EnumMap<>(Platform.class);
        for (Platform platform : platforms) {
            Denominator by = query.denominator(platform);
            if (slice.provides(platform, Measure.of(by.metric()))) {
                denominators.put(platform, by);
            }
        }
        return new RateKind(
                ENGAGEMENT_RATE,
                Definitions.ENGAGEMENT_RATE,
                Measure.of(query.engagement()),
                denominators,
                query.engagement().definition().id());
    }

    private static RateKind of(
            String key,
            Definition definition,
            Measure numerator,
            List<Denominator> candidates,
            Slice slice,
            Set<Platform> platforms) {
        Map<Platform, Denominator> denominators = new EnumMap<>(Platform.class);
        for (Platform platform : platforms) {
            if (slice.provides(platform, numerator)) {
                candidates.stream()
                        .filter(by -> slice.provides(platform, Measure.of(by.metric())))
                        .findFirst()
                        .ifPresent(by -> denominators.put(platform, by));
            }
        }
        return new RateKind(key, definition, numerator, denominators, null);
    }

    /// The denominator of most items in view, since a rate has one only; on a tie the first of [Denominator].
    @Nullable
    Denominator common(Slice slice, Set<Platform> platforms) {
        Map<Denominator, Integer> items = new EnumMap<>(Denominator.class);
        denominators.forEach((platform, by) -> {
            if (platforms.contains(platform)) {
                items.merge(by, slice.items(platform), Integer::sum);
            }
        });
        Denominator most = null;
        for (Denominator by : items.keySet()) {
            if (most == null || items.getOrDefault(by, 0) > items.getOrDefault(most, 0)) {
                most = by;
            }
        }
        return most;
    }

    /// The same for the platforms of one denominator.
    RateKind only(@Nullable Denominator by) {
        Map<Platform, Denominator> some = new EnumMap<>(Platform.class);
        denominators.forEach((platform, own) -> {
            if (own == by) {
                some.put(platform, own);
            }
        });
        return new RateKind(key, definition, numerator, some, engagement);
    }

    RateSamples samples(Slice slice, FollowerHistory followers) {
        Map<Platform, Measure> measures = new EnumMap<>(Platform.class);
        denominators.forEach((platform, by) -> measures.put(platform, Measure.of(by.metric())));
        return slice.samples(numerator, measures, followers);
    }
}
