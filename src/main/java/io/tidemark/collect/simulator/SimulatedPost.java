package io.tidemark.collect.simulator;

import io.tidemark.metric.Metric;
import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A post with the truth about its numbers, and what the platform does to it.
public final class SimulatedPost {
    private final int number;
    private final Instant publishedAt;
    private final String kind;
    private final String text;
    private final PostTruth truth;
    private volatile @Nullable Instant deletedAt;
    private volatile @Nullable Correction correction;

    /// @param number unique within the world; a platform makes its own ids of it
    /// @param kind what the platform's simulator said it can be: `REELS`, `image`
    public SimulatedPost(int number, Instant publishedAt, String kind, String text, PostTruth truth) {
        this.number = number;
        this.publishedAt = publishedAt;
        this.kind = kind;
        this.text = text;
        this.truth = truth;
    }

    /// A platform corrects a counter for good: from then on it shows that share of it.
    private record Correction(Instant at, Metric metric, double share) {}

    /// Unique within the world; a platform makes its own ids of it.
    public int number() {
        return number;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    /// What the platform's simulator said it can be: `REELS`, `image`.
    public String kind() {
        return kind;
    }

    public String text() {
        return text;
    }

    public boolean isVisible(Instant at) {
        Instant deleted = deletedAt;
        return !publishedAt.isAfter(at) && (deleted == null || at.isBefore(deleted));
    }

    public @Nullable Instant deletedAt() {
        return deletedAt;
    }

    /// The platform's counter at an instant; empty where a post of this kind has none. Never falls but by a correction.
    public OptionalDouble value(Metric metric, Instant at) {
        if (at.isBefore(publishedAt)) {
            return OptionalDouble.empty();
        }
        OptionalDouble value = truth.value(metric, at);
        if (value.isEmpty()) {
            return value;
        }
        Correction corrected = correction;
        double share = corrected != null && corrected.metric() == metric && !at.isBefore(corrected.at())
                ? corrected.share()
                : 1;
        return OptionalDouble.of(Math.floor(value.getAsDouble() * share));
    }

    public void delete(Instant at) {
        deletedAt = at;
    }

    public void correct(Metric metric, Instant at, double share) {
        correction = new Correction(at, metric, share);
    }
}
