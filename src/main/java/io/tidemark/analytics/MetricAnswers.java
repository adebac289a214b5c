package io.tidemark.analytics;

import io.tidemark.frame.Measure;
import io.tidemark.metric.Definition;
import io.tidemark.metric.Definitions;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.Kind;
import io.tidemark.metric.Metric;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes the numbers of an answer out of its slices, each kind of metric by its own rule.
final class MetricAnswers {
    /// The key of the sum of every post's reach, which counts a person once for each post.
    static final String SUMMED_POST_REACH = "summed_post_reach";

    /// What platforms say about the days of accounts.
    static final String DAILY_FACT = "daily_fact";

    /// What happened on posts, worked out from readings of their counters.
    static final String POST_ACTIVITY = "post_activity";

    /// The newest readings of posts.
    static final String POST_SNAPSHOT = "post_snapshot";

    private final Sides sides;
    private final FollowerLevels followers;
    private final ZoneId businessZone;

    MetricAnswers(Sides sides, FollowerLevels followers, ZoneId businessZone) {
        this.sides = sides;
        this.businessZone = businessZone;
        this.followers = followers;
    }

    /// All metrics by key, for some platforms together.
    Map<String, MetricAnswer> all(Scope scope) {
        Map<String, MetricAnswer> answers = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            Function<Slice, Tally> tally = slice -> slice.tally(metric, scope);
            answers.put(
                    metric.key(),
                    switch (metric.kind()) {
                        case COUNTER, DURATION -> sum(tally, Definitions.of(metric));
                        case UNIQUE -> unique(metric, tally);
                        case GAUGE -> followers.metric(scope);
                    });
            if (metric.kind() == Kind.UNIQUE && ofPosts()) {
                answers.put(SUMMED_POST_REACH, sum(tally, Definitions.SUMMED_POST_REACH));
            }
        }
        return answers;
    }

    /// What posts carry, and their engagement.
    Map<String, MetricAnswer> ofPosts(Engagement engagement, Scope scope) {
        Map<String, MetricAnswer> answers = all(scope);
        answers.remove(Metric.FOLLOWERS.key());
        answers.put("engagement", engagement(engagement, scope));
        return answers;
    }

    MetricAnswer engagement(Engagement engagement, Scope scope) {
        return sum(slice -> slice.tally(Measure.of(engagement), scope), engagement.definition());
    }

    /// The value of a metric that is no level, null where it is missing or cannot be added.
    static @Nullable Double value(Metric metric, Tally tally) {
        return metric.kind().adds() || tally.isSingle() ? tally.value() : null;
    }

    static Status status(Metric metric, Tally tally) {
        boolean several = !metric.kind().adds() && tally.coverage().reporting() > 0 && !tally.isSingle();
        return several ? Status.NOT_COLLECTED : tally.coverage().status();
    }

    private MetricAnswer sum(Function<Slice, Tally> tally, Definition definition) {
        Tally here = tally.apply(sides.period());
        return answer(here, tally, Tally::value, here.coverage().status(), null, definition);
    }

    /// People who saw several posts, or came on several days or through several accounts, cannot be told apart.
    private MetricAnswer unique(Metric metric, Function<Slice, Tally> tally) {
        Tally here = tally.apply(sides.period());
        boolean several = here.coverage().reporting() > 0 && !here.isSingle();
        String reason = "Cannot be added: the same people may be counted %s."
                .formatted(ofPosts() ? "by several posts" : "on several days and by several accounts");
        return answer(
                here,
                tally,
                one -> value(metric, one),
                status(metric, here),
                several ? reason : null,
                Definitions.of(metric));
    }

    private MetricAnswer answer(
            Tally here,
            Function<Slice, Tally> tally,
            Function<Tally, @Nullable Double> valueOf,
            Status status,
            @Nullable String reason,
            Definition definition) {
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
                value != null && here.is(Sums.ESTIMATED),
                value != null && here.is(Sums.PROVISIONAL),
                sources(here),
                bucketZones(here),
                reason,
                definition.id(),
                change.status() == ChangeStatus.INCOMPARABLE
                        ? null
                        : MetricAnswer.PerDay.of(comparedValue, previousValue, sides));
    }

    private static @Nullable Tally tallied(@Nullable Slice slice, Function<Slice, Tally> tally) {
        return slice == null ? null : tally.apply(slice);
    }

    /// The kinds of facts that a number comes from.
    List<String> sources(Tally tally) {
        if (tally.reporters() == 0) {
            return List.of();
        }
        return ofPosts() ? List.of(POST_SNAPSHOT) : activitySources(tally);
    }

    static List<String> activitySources(Tally tally) {
        List<String> sources = new ArrayList<>();
        if (tally.is(Sums.FACTS)) {
            sources.add(DAILY_FACT);
        }
        if (tally.is(Sums.POSTS)) {
            sources.add(POST_ACTIVITY);
        }
        return sources;
    }

    /// The zones in which days are cut: a platform's for what it says itself, the business's own for what happened on
    /// posts. Where posts are only put on the day of their publication, no other days are involved.
    private List<String> bucketZones(Tally tally) {
        return ofPosts() ? List.of() : zones(tally, businessZone);
    }

    static List<String> zones(Tally tally, ZoneId businessZone) {
        Set<String> zones = new TreeSet<>(Platforms.zones(Platforms.of(tally.facts())));
        if (tally.is(Sums.POSTS)) {
            zones.add(businessZone.getId());
        }
        return List.copyOf(zones);
    }

    private boolean ofPosts() {
        return sides.period().ofPosts();
    }
}
