package io.tidemark.collect.demo;

import io.tidemark.ledger.Alias;
import io.tidemark.metric.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// What is true of the posts of the demonstration's live accounts, worked out apart from the simulators that tell it.
public final class DemoTruth {
    private final Map<Alias, Course> courses = new HashMap<>();

    /// @param collectedAt when the history was collected
    public DemoTruth(Instant collectedAt) {
        Window collected = new Window(collectedAt);
        Window longer = collected.refreshedAt(List.of(collectedAt.plus(Duration.ofDays(40))));
        for (Profile profile : Profiles.ALL) {
            PostReadings readings = new PostReadings(profile, collected);
            new PostPlan(profile, longer, new Followers(profile, longer))
                    .posts()
                    .forEach(post -> post.aliases().forEach(alias -> courses.put(alias, readings.course(post))));
        }
    }

    public OptionalDouble value(Alias alias, Metric metric, Instant at) {
        Course course = courses.get(alias);
        if (course == null) {
            throw new AssertionError("There is no post " + alias);
        }
        Instant told = Telling.asOf(course.platform(), metric, at);
        OptionalDouble value = course.value(metric, told);
        return value.isPresent()
                ? OptionalDouble.of(Telling.rounded(course.platform(), metric, Math.floor(value.getAsDouble())))
                : value;
    }
}
