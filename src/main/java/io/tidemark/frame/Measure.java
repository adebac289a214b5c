package io.tidemark.frame;

import io.tidemark.metric.Acts;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.EngagementTerms;
import io.tidemark.metric.Engagements;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a column of a frame holds: a metric, or a number that is made of a row's metrics once, when the frame is.
public final class Measure {
    private static final List<Measure> ALL = all();

    /// How many there are; [#index] is below it.
    public static final int COUNT = ALL.size();

    private final int index;
    private final @Nullable Metric metric;
    private final Terms terms;

    /// What a derived measure of an item of some kind is made of.
    private interface Terms {
        EngagementTerms of(Platform platform, Subject subject, ContentType type);
    }

    private Measure(int index, @Nullable Metric metric, Terms terms) {
        this.index = index;
        this.metric = metric;
        this.terms = terms;
    }

    private static List<Measure> all() {
        List<Measure> all = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            all.add(new Measure(all.size(), metric, (platform, subject, type) -> {
                throw new IllegalStateException("A metric is not made of others: " + metric.key());
            }));
        }
        for (Engagement engagement : Engagement.values()) {
            all.add(new Measure(
                    all.size(),
                    null,
                    (platform, subject, type) -> Engagements.terms(engagement, platform, subject, type)));
        }
        for (Acts acts : Acts.values()) {
            all.add(new Measure(all.size(), null, acts::terms));
        }
        return List.copyOf(all);
    }

    public static Measure of(Metric metric) {
        return ALL.get(metric.ordinal());
    }

    public static Measure of(Engagement engagement) {
        return ALL.get(Metric.values().length + engagement.ordinal());
    }

    public static Measure of(Acts acts) {
        return ALL.get(Metric.values().length + Engagement.values().length + acts.ordinal());
    }

    /// Metrics first, in their order.
    public static List<Measure> values() {
        return ALL;
    }

    /// Those that are made of metrics.
    static List<Measure> derived() {
        return ALL.subList(Metric.values().length, COUNT);
    }

    public int index() {
        return index;
    }

    /// Null for one that is made of metrics.
    public @Nullable Metric metric() {
        return metric;
    }

    /// Whether an item of this kind should report it, so that its absence is a gap.
    public boolean expects(Platform platform, Subject subject, ContentType type) {
        return metric != null
                ? Dictionary.expects(platform, subject, type, metric)
                : terms(platform, subject, type).expected();
    }

    /// Whether an item of this kind can report it at all.
    public boolean provides(Platform platform, Subject subject, ContentType type) {
        return metric != null
                ? Dictionary.provides(platform, subject, type, metric)
                : !terms(platform, subject, type).metrics().isEmpty();
    }

    EngagementTerms terms(Platform platform, Subject subject, ContentType type) {
        return terms.of(platform, subject, type);
    }
}
