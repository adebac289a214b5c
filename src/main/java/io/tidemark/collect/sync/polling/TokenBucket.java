package io.tidemark.collect.sync.polling;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What may be spent under one limit. It fills evenly, and never holds more than a part of the limit, so that
/// spending is spread and a backlog does not turn into a storm.
///
/// @param tokens that may be spent at once
/// @param at when there were so many
/// @param slowUntil until when it fills at half its rate, since the platform has refused a call; null where it
///     has not
public record TokenBucket(
        double capacity,
        double tokens,
        Instant at,
        Refill refill,
        @Nullable Instant slowUntil) {
    private static final Duration DAY = Duration.ofDays(1);
    private static final double PART = 0.25;
    private static final double LEAST = 50;
    private static final double START = 0.5;

    /// How tokens come.
    public sealed interface Refill {
        /// So many an hour.
        record Steady(double perHour) implements Refill {}

        /// What is left of a quota, spread over the time until it is whole again.
        ///
        /// @param remaining of the quota, what the bucket holds included
        record Window(double quota, double remaining, Instant resetsAt, Duration length) implements Refill {}
    }

    public TokenBucket {
        if (!(capacity > 0)) {
            throw new IllegalArgumentException("A limit lets something through, not " + capacity);
        }
    }

    /// A limit that holds for each window of the calendar or of the clock: the quota is never exceeded between
    /// two resets. The bucket holds a quarter of it; of longer windows, such as a month's money, a day's part.
    ///
    /// @param remaining as the platform or our own book says
    public static TokenBucket window(double quota, double remaining, Instant resetsAt, Duration length, Instant now) {
        double part = length.compareTo(DAY) > 0 ? Hours.of(DAY) / Hours.of(length) : PART;
        double capacity = Math.min(quota, Math.max(part * quota, LEAST));
        return new TokenBucket(
                capacity,
                Math.min(remaining, START * capacity),
                now,
                new Refill.Window(quota, remaining, resetsAt, length),
                null);
    }

    /// A limit that holds for every window of that length, whenever it begins: the quota is never exceeded in
    /// any of them. It starts empty, since what was spent before is not known.
    public static TokenBucket rolling(double quota, Duration length, Instant now) {
        double capacity = PART * quota;
        return new TokenBucket(capacity, 0, now, new Refill.Steady((quota - capacity) / Hours.of(length)), null);
    }

    public double fill() {
        return tokens / capacity;
    }

    /// Tokens that come in an hour.
    public double perHour() {
        return switch (refill) {
            case Refill.Steady(double rate) -> rate;
            case Refill.Window window ->
                window.remaining() <= tokens
                        ? 0
                        : (window.remaining() - tokens) / Math.max(1.0 / 60, Hours.between(at, window.resetsAt()));
        };
    }

    /// How many come until an instant, if they are spent as they come.
    double comes(Instant until) {
        double hours = Math.max(0, Hours.between(at, until));
        if (refill instanceof Refill.Window window && until.isAfter(window.resetsAt())) {
            double after = Hours.between(window.resetsAt(), until);
            return window.remaining() - tokens + window.quota() / Hours.of(window.length()) * after;
        }
        return perHour() * hours;
    }

    public TokenBucket refilled(Instant now) {
        if (!now.isAfter(at)) {
            return this;
        }
        return switch (refill) {
            case Refill.Steady steady -> filled(now, steady);
            case Refill.Window window when now.isBefore(window.resetsAt()) -> filled(now, window);
            case Refill.Window window ->
                filled(window.resetsAt(), window).reset(window, now).refilled(now);
        };
    }

    public TokenBucket spent(double cost) {
        Refill left = refill instanceof Refill.Window(double quota, double remaining, Instant resetsAt, Duration length)
                ? new Refill.Window(quota, remaining - cost, resetsAt, length)
                : refill;
        return new TokenBucket(capacity, tokens - cost, at, left, slowUntil);
    }

    /// What a platform says is left until a reset, which may be less than we know of.
    public TokenBucket told(double remaining, Instant resetsAt) {
        return refill instanceof Refill.Window window
                ? new TokenBucket(
                        capacity,
                        Math.min(tokens, remaining),
                        at,
                        new Refill.Window(window.quota(), remaining, resetsAt, window.length()),
                        slowUntil)
                : this;
    }

    /// After a refused call: empty, and filling at half the rate for a while.
    public TokenBucket refused(Instant slow) {
        return new TokenBucket(capacity, Math.min(0, tokens), at, refill, slow);
    }

    private TokenBucket filled(Instant now, Refill same) {
        double hours = Hours.between(at, now);
        if (slowUntil != null && at.isBefore(slowUntil)) {
            hours -= Hours.between(at, now.isBefore(slowUntil) ? now : slowUntil) / 2;
        }
        return new TokenBucket(capacity, Math.min(capacity, tokens + perHour() * hours), now, same, slowUntil);
    }

    /// At the last reset that has passed.
    private TokenBucket reset(Refill.Window window, Instant now) {
        long passed = Duration.between(window.resetsAt(), now).dividedBy(window.length());
        Instant last = window.resetsAt().plus(window.length().multipliedBy(passed));
        return new TokenBucket(
                capacity,
                passed > 0 ? capacity : tokens,
                last,
                new Refill.Window(window.quota(), window.quota(), last.plus(window.length()), window.length()),
                slowUntil);
    }
}
