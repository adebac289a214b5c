package io.tidemark.analytics;

import io.tidemark.frame.Grouping;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Definitions;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Engagement rate and click-through rate out of the slices of an answer.
final class Rates {
    private final Sides sides;
    private final FollowerHistory followers;
    private final Engagement engagement;
    private final Map<Platform, Denominator> denominators;
    private final Map<Slice, RateSamples> engagementSamples = new LinkedHashMap<>();
    private final Map<Slice, RateSamples> clickSamples = new LinkedHashMap<>();

    Rates(Sides sides, FollowerHistory followers, AnalyticsQuery query, Set<Platform> platforms) {
        this.sides = sides;
        this.followers = followers;
        this.engagement = query.engagement();
        this.denominators = new EnumMap<>(Platform.class);
        Denominator chosen = query.rateBy();
        platforms.forEach(
                platform -> denominators.put(platform, chosen == null ? Denominator.defaultFor(platform) : chosen));
    }

    Map<String, RateAnswer> all(Set<Platform> scope) {
        Map<String, RateAnswer> rates = new LinkedHashMap<>();
        rates.put("engagement_rate", engagementRate(scope));
        rates.put("ctr", clickThroughRate(scope));
        return rates;
    }

    private RateAnswer engagementRate(Set<Platform> scope) {
        Denominator by = commonDenominator(scope);
        Set<Platform> covered = scope.stream()
                .filter(platform -> denominators.get(platform) == by && provides(platform, by))
                .collect(Collectors.toCollection(TreeSet::new));
        return answer(
                slice -> engagementSamples
                        .computeIfAbsent(slice, this::engagementSamples)
                        .of(covered),
                scope,
                covered,
                new Terms(
                        Definitions.ENGAGEMENT_RATE.id(),
                        by,
                        engagement.definition().id()));
    }

    private RateAnswer clickThroughRate(Set<Platform> scope) {
        Set<Platform> covered = scope.stream()
                .filter(platform ->
                        provides(platform, Metric.LINK_CLICKS) && provides(platform, Denominator.IMPRESSIONS))
                .collect(Collectors.toCollection(TreeSet::new));
        return answer(
                slice -> clickSamples.computeIfAbsent(slice, this::clickSamples).of(covered),
                scope,
                covered,
                new Terms(Definitions.CTR.id(), Denominator.IMPRESSIONS, null));
    }

    private record Terms(
            String definition,
            @Nullable Denominator by,
            @Nullable String engagement) {}

    private RateAnswer answer(
            Function<Slice, RateSample> sampleOf, Set<Platform> scope, Set<Platform> covered, Terms terms) {
        RateSample here = sampleOf.apply(sides.period());
        RateSample compared = sampled(sides.compared(), sampleOf);
        RateSample previous = sampled(sides.previous(), sampleOf);
        Change change = compared == null || previous == null
                ? Change.NONE
                : Change.ofRates(
                        compared.value(), compared.coverage(), previous.value(), previous.coverage(), previous.count());
        List<Double> interval =
                here.interval().map(found -> List.of(found.low(), found.high())).orElse(null);
        return new RateAnswer(
                here.value(),
                previous == null ? null : previous.value(),
                terms.definition(),
                terms.by(),
                terms.engagement(),
                interval,
                RateSample.LEVEL,
                ofPosts() ? "post" : "day",
                change.change(),
                change.status(),
                here.coverage(),
                covered.isEmpty() && !scope.isEmpty()
                        ? Status.NOT_PROVIDED
                        : here.coverage().status(),
                scope.stream().filter(platform -> !covered.contains(platform)).toList(),
                here.value() != null && interval == null ? tooLittle() : null);
    }

    private static @Nullable RateSample sampled(@Nullable Slice slice, Function<Slice, RateSample> sampleOf) {
        return slice == null ? null : sampleOf.apply(slice);
    }

    private String tooLittle() {
        return "Too few %s, or too unlike one another, for an interval.".formatted(ofPosts() ? "posts" : "days");
    }

    private RateSamples engagementSamples(Slice slice) {
        Map<Denominator, Column> columns = new EnumMap<>(Denominator.class);
        Map<Platform, Column> byPlatform = new EnumMap<>(Platform.class);
        denominators.forEach((platform, by) ->
                byPlatform.put(platform, columns.computeIfAbsent(by, wanted -> denominator(slice, wanted))));
        return new RateSamples(slice, slice.engagement(engagement), byPlatform);
    }

    private RateSamples clickSamples(Slice slice) {
        Column impressions = slice.column(Metric.IMPRESSIONS);
        Map<Platform, Column> byPlatform = new EnumMap<>(Platform.class);
        denominators.keySet().forEach(platform -> byPlatform.put(platform, impressions));
        return new RateSamples(slice, slice.column(Metric.LINK_CLICKS), byPlatform);
    }

    /// Followers stand beside a post as they were when it was published, and beside a day as they were on it.
    private Column denominator(Slice slice, Denominator by) {
        if (by != Denominator.FOLLOWERS) {
            return slice.column(by.metric());
        }
        Grouping grouping = slice.grouping();
        double[] values = new double[grouping.end() - grouping.first()];
        for (int i = 0; i < values.length; i++) {
            int row = grouping.first() + i;
            values[i] = grouping.group(row) == Grouping.NONE
                    ? Double.NaN
                    : followers.at(slice.rows().account(row), slice.rows().day(row));
        }
        return slice.column(values, cell -> provides(Cells.platform(cell), Denominator.FOLLOWERS));
    }

    /// The denominator of most items in view, since a rate has one only; on a tie the first of [Denominator].
    private @Nullable Denominator commonDenominator(Set<Platform> scope) {
        Map<Denominator, Integer> items = new EnumMap<>(Denominator.class);
        scope.forEach(platform -> {
            Denominator by = denominators.get(platform);
            if (by != null) {
                items.merge(by, sides.period().items(Set.of(platform)), Integer::sum);
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

    private boolean provides(Platform platform, @Nullable Denominator by) {
        return by == Denominator.FOLLOWERS
                ? Dictionary.provides(platform, Subject.ACCOUNT, ContentType.UNKNOWN, Metric.FOLLOWERS)
                : by != null && provides(platform, by.metric());
    }

    private boolean provides(Platform platform, Metric metric) {
        return Dictionary.provides(platform, sides.period().subject(), ContentType.UNKNOWN, metric);
    }

    private boolean ofPosts() {
        return sides.period().subject() == Subject.POST;
    }
}
