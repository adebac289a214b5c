package io.tidemark.collect.simulator;

import io.tidemark.metric.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A post and the truth about its numbers: each counter grows towards a final value, fast at first.
public final class SimulatedPost {
    private final int number;
    private final Instant publishedAt;
    private final String kind;
    private final String text;
    private final double halfLifeHours;
    private final Map<Metric, Double> finals;
    private volatile @Nullable Instant deletedAt;
    private volatile @Nullable Correction correction;

    SimulatedPost(
            int number,
            Instant publishedAt,
            String kind,
            String text,
            double halfLifeHours,
            Map<Metric, Double> finals) {
        this.number = number;
        this.publishedAt = publishedAt;
        this.kind = kind;
        this.text = text;
        this.halfLifeHours = halfLifeHours;
        this.finals = new EnumMap<>(finals);
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
        Double whole = finals.get(metric);
        if (whole == null || at.isBefore(publishedAt)) {
            return OptionalDouble.empty();
        }
        Correction corrected = correction;
        double share = corrected != null && corrected.metric() == metric && !at.isBefore(corrected.at())
                ? corrected.share()
                : 1;
        return OptionalDouble.of(Math.floor(whole * grown(Duration.between(publishedAt, at)) * share));
    }

    public void delete(Instant at) {
        deletedAt = at;
    }

    public void correct(Metric metric, Instant at, double share) {
        correction = new Correction(at, metric, share);
    }

    /// Share of the final value that is reached at an age: log-logistic, so that half is there at the half-life and a
    /// long tail follows.
    private double grown(Duration age) {
        double x = Math.pow(age.toMillis() / 3_600_000.0 / halfLifeHours, 1.2);
        return x / (1 + x);
    }
}
