package io.tidemark.analytics;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rates out of the slices of an answer: ratios of sums over the items that report both sides, and, of published
/// posts, averages per post.
final class Rates {
    private final Sides sides;
    private final FollowerHistory followers;
    private final List<RateKind> kinds;
    private final PerPost perPost;
    private final IdentityHashMap<RateKind, IdentityHashMap<Slice, RateSamples>> samples = new IdentityHashMap<>();

    Rates(Sides sides, FollowerHistory followers, AnalyticsQuery query, Set<Platform> platforms) {
        this.sides = sides;
        this.followers = followers;
        List<RateKind> all = RateKind.all(query, sides.period(), platforms);
        // Parts over several platforms are alike only where each covers the platforms of one denominator.
        kinds = sides.period().parts().arePlatforms()
                ? all
                : all.stream()
                        .map(kind -> kind.only(kind.common(sides.period(), platforms)))
                        .toList();
        perPost = new PerPost(sides, query.engagement());
    }

    Map<String, RateAnswer> all(Scope scope) {
        Map<String, RateAnswer> rates = new LinkedHashMap<>();
        for (RateKind kind : kinds) {
            rates.put(kind.key(), answer(kind, scope));
        }
        if (sides.period().ofPosts()) {
            rates.putAll(perPost.all(scope));
        }
        return rates;
    }

    private RateAnswer answer(RateKind kind, Scope scope) {
        Denominator by = kind.common(sides.period(), scope.platforms());
        Set<Platform> covered = new TreeSet<>(kind.only(by).denominators().keySet());
        covered.retainAll(scope.platforms());
        Scope within = scope.within(covered, sides.period().parts());
        Function<Slice, RateSample> sampleOf = slice -> samples.computeIfAbsent(kind, none -> new IdentityHashMap<>())
                .computeIfAbsent(slice, one -> kind.samples(one, followers))
                .of(0, within);
        RateSample here = sampleOf.apply(sides.period());
        RateSample compared = sampled(sides.compared(), sampleOf);
        RateSample previous = sampled(sides.previous(), sampleOf);
        Change change = compared == null || previous == null
                ? Change.NONE
                : Change.ofRates(
                        compared.value(),
                        compared.count(),
                        compared.coverage(),
                        previous.value(),
                        previous.count(),
                        previous.coverage());
        Double value = here.value();
        List<Double> interval =
                here.interval().map(found -> List.of(found.low(), found.high())).orElse(null);
        return new RateAnswer(
                value,
                previous == null ? null : previous.value(),
                compared == null ? null : compared.value(),
                value == null ? null : here.count(),
                value == null ? null : here.below(),
                kind.definition().id(),
                by,
                kind.engagement(),
                interval,
                RateSample.LEVEL,
                ofPosts() ? "post" : "day",
                change.change(),
                change.status(),
                here.coverage(),
                covered.isEmpty() && !scope.platforms().isEmpty()
                        ? Status.NOT_PROVIDED
                        : here.coverage().status(),
                scope.platforms().stream()
                        .filter(platform -> !covered.contains(platform))
                        .toList(),
                value != null && interval == null ? tooLittle() : null);
    }

    private static @Nullable RateSample sampled(@Nullable Slice slice, Function<Slice, RateSample> sampleOf) {
        return slice == null ? null : sampleOf.apply(slice);
    }

    private String tooLittle() {
        return "Too few %s, or too unlike one another, for an interval.".formatted(ofPosts() ? "posts" : "days");
    }

    private boolean ofPosts() {
        return sides.period().ofPosts();
    }

    static boolean providesFollowers(Platform platform) {
        return Dictionary.provides(platform, Subject.ACCOUNT, ContentType.UNKNOWN, Metric.FOLLOWERS);
    }
}
