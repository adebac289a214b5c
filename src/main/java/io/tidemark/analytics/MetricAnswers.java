package io.tidemark.analytics;

import io.tidemark.metric.Engagement;
import io.tidemark.metric.Kind;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes the numbers of an answer out of its slices, each kind of metric by its own rule.
final class MetricAnswers {
    /// The key of the sum of every post's reach, which counts a person once for each post.
    static final String SUMMED_POST_REACH = "summed_post_reach";

    private final Sides sides;
    private final FollowerLevels followers;

    MetricAnswers(Sides sides, FollowerLevels followers) {
        this.sides = sides;
        this.followers = followers;
    }

    /// All metrics by key, for some platforms together.
    Map<String, MetricAnswer> all(Set<Platform> scope) {
        Map<String, MetricAnswer> answers = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            Function<Slice, Tally> tally = slice -> slice.tally(metric, scope);
            answers.put(
                    metric.key(),
                    switch (metric.kind()) {
                        case COUNTER, DURATION -> sum(tally, null);
                        case UNIQUE -> unique(metric, tally);
                        case GAUGE -> followers.metric(scope);
                    });
            if (metric.kind() == Kind.UNIQUE && ofPosts()) {
                answers.put(SUMMED_POST_REACH, sum(tally, null));
            }
        }
        return answers;
    }

    MetricAnswer engagement(Engagement engagement, Set<Platform> scope) {
        return sum(
                slice -> slice.tally(slice.engagement(engagement), scope),
                engagement.definition().id());
    }

    /// The value of a metric that is no level, null where it is missing or cannot be added.
    static @Nullable Double value(Metric metric, Tally tally) {
        return metric.kind().adds() || tally.isSingle() ? tally.value() : null;
    }

    static Status status(Metric metric, Tally tally) {
        boolean several = !metric.kind().adds() && tally.coverage().reporting() > 0 && !tally.isSingle();
        return several ? Status.NOT_COLLECTED : tally.coverage().status();
    }

    private MetricAnswer sum(Function<Slice, Tally> tally, @Nullable String definition) {
        Tally here = tally.apply(sides.period());
        return answer(here, tally, Tally::value, here.coverage().status(), null, definition);
    }

    /// People who saw several posts, or came on several days or through several accounts, cannot be told apart.
    private MetricAnswer unique(Metric metric, Function<Slice, Tally> tally) {
        Tally here = tally.apply(sides.period());
        boolean several = here.coverage().reporting() > 0 && !here.isSingle();
        String reason = "Cannot be added: the same people may be counted %s."
                .formatted(ofPosts() ? "by several posts" : "on several days and by several accounts");
        return answer(here, tally, one -> value(metric, one), status(metric, here), several ? reason : null, null);
    }

    private MetricAnswer answer(
            Tally here,
            Function<Slice, Tally> tally,
            Function<Tally, @Nullable Double> valueOf,
            Status status,
            @Nullable String reason,
            @Nullable String definition) {
        Tally compared = tallied(sides.compared(), tally);
        Tally previous = tallied(sides.previous(), tally);
        Double comparedValue = compared == null ? null : valueOf.apply(compared);
        Double previousValue = previous == null ? null : valueOf.apply(previous);
        Change change = compared == null || previous == null
                ? Change.NONE
                : Change.of(comparedValue, compared.coverage(), previousValue, previous.coverage());
        Double value = valueOf.apply(here);
        return new MetricAnswer(
                value,
                previousValue,
                comparedValue,
                change.change(),
                change.ratio(),
                change.status(),
                here.coverage(),
                status,
                false,
                value != null && here.provisional(),
                here.platforms().isEmpty() ? List.of() : List.of(source(sides.period())),
                bucketZones(here),
                reason,
                definition);
    }

    private static @Nullable Tally tallied(@Nullable Slice slice, Function<Slice, Tally> tally) {
        return slice == null ? null : tally.apply(slice);
    }

    /// Posts are put on days in the business's own zone: then no platform's days are involved.
    private List<String> bucketZones(Tally tally) {
        return ofPosts() ? List.of() : zones(tally.platforms());
    }

    static String source(Slice slice) {
        return slice.subject() == Subject.POST ? "post_snapshot" : "daily_fact";
    }

    static List<String> zones(Set<Platform> platforms) {
        return platforms.stream()
                .map(platform -> platform.bucketZone().getId())
                .distinct()
                .sorted()
                .toList();
    }

    private boolean ofPosts() {
        return sides.period().subject() == Subject.POST;
    }
}
