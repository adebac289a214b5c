package io.tidemark.collect.simulator;

import io.tidemark.metric.Metric;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;

/// An account and the truth about it. What it will post is settled from the beginning, as far as its world reaches.
public final class SimulatedAccount {
    private final String externalId;
    private final String name;
    private final Chronicle posts;
    private final AccountTruth truth;
    private volatile String handle;
    private volatile boolean hidden;

    /// @param externalId what the platform calls it
    /// @param posts all that were and will be published, oldest first
    public SimulatedAccount(
            String externalId, String handle, String name, List<SimulatedPost> posts, AccountTruth truth) {
        this.externalId = externalId;
        this.handle = handle;
        this.name = name;
        this.posts = new Chronicle(posts);
        this.truth = truth;
    }

    public String externalId() {
        return externalId;
    }

    public String handle() {
        return handle;
    }

    public String name() {
        return name;
    }

    public void rename(String other) {
        handle = other;
    }

    /// Switched to private, or taken away from the person who signed in.
    public boolean hidden() {
        return hidden;
    }

    public void hide(boolean whether) {
        hidden = whether;
    }

    /// All that were and will be published, oldest first.
    public List<SimulatedPost> posts() {
        return posts.posts();
    }

    /// Those published from one instant on and before another, seen or not, oldest first.
    public List<SimulatedPost> published(Instant from, Instant to) {
        return posts.between(from, to);
    }

    /// What can be seen at an instant, newest first.
    public List<SimulatedPost> visible(Instant at) {
        return posts().reversed().stream().filter(post -> post.isVisible(at)).toList();
    }

    public double followers(Instant at) {
        return truth.followers(at);
    }

    /// By how many the followers grew on a day of UTC.
    public double gained(LocalDate day) {
        return truth.gained(day);
    }

    /// What happened on a calendar day; empty where the account has no such number.
    public OptionalDouble onDay(Metric metric, LocalDate day, ZoneId zone) {
        return truth.onDay(metric, day, zone);
    }

    /// The share of a day's numbers that is told as long as the day is young.
    public double toldAtFirst(LocalDate day) {
        return truth.toldAtFirst(day);
    }
}
