package io.tidemark.collect.simulator;

import io.tidemark.metric.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalDouble;

/// What happens on an account is what happens to its posts of the last month, and its followers grow by a constant
/// share.
///
/// @param begin when the followers are counted
record GrownAccount(double followersThen, Instant begin, Chronicle posts) implements AccountTruth {
    private static final double FOLLOWERS_A_DAY = 0.001;
    private static final Duration LASTING = Duration.ofDays(30);

    @Override
    public double followers(Instant at) {
        double days = Duration.between(begin, at).toMillis() / 86_400_000.0;
        return Math.floor(followersThen * Math.exp(FOLLOWERS_A_DAY * days));
    }

    @Override
    public OptionalDouble onDay(Metric metric, LocalDate day, ZoneId zone) {
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        double sum = 0;
        boolean any = false;
        for (SimulatedPost post : posts.between(from.minus(LASTING), to)) {
            OptionalDouble after = post.value(metric, to);
            if (after.isPresent()) {
                any = true;
                // Before its publication a counter stands at nothing.
                sum += after.getAsDouble() - post.value(metric, from).orElse(0);
            }
        }
        return any ? OptionalDouble.of(Math.max(0, sum)) : OptionalDouble.empty();
    }
}
