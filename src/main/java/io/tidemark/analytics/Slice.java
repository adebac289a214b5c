package io.tidemark.analytics;

import io.tidemark.frame.Measure;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The numbers of some days, added up per part and stretch: what every block of an answer is folded from. Sums are
/// made once, when they are first asked for; a slice serves one answer on one thread.
abstract sealed class Slice permits PublishedSlice, ActivitySlice {
    private final Parts parts;
    private final Stretches stretches;
    private final @Nullable Sums[] sums = new Sums[Measure.COUNT];

    Slice(Parts parts, Stretches stretches) {
        this.parts = parts;
        this.stretches = stretches;
    }

    abstract Subject subject();

    /// What an item is.
    abstract Coverage.Unit unit();

    abstract Sums add(Measure measure);

    /// Whether a platform can give a measure at all, levels of followers included.
    abstract boolean provides(Platform platform, Measure measure);

    /// All items of a platform, reporting or not.
    abstract int items(Platform platform);

    /// All items of some parts, reporting or not.
    abstract int items(int stretch, Scope scope);

    /// What a rate is computed from.
    ///
    /// @param denominators for each platform what to divide by; a platform that is not there has no rate
    abstract RateSamples samples(Measure numerator, Map<Platform, Measure> denominators, FollowerHistory followers);

    Parts parts() {
        return parts;
    }

    Stretches stretches() {
        return stretches;
    }

    int groups() {
        return stretches.count() * parts.count();
    }

    boolean ofPosts() {
        return subject() == Subject.POST;
    }

    /// A measure added up. Whoever asks decides whether that kind of measure may be.
    Tally tally(Measure measure, int stretch, Scope scope) {
        Sums added = sums[measure.index()];
        if (added == null) {
            added = add(measure);
            sums[measure.index()] = added;
        }
        return added.tally(unit(), stretch * parts.count(), scope.parts());
    }

    Tally tally(Measure measure, Scope scope) {
        return tally(measure, 0, scope);
    }

    Tally tally(Metric metric, Scope scope) {
        return tally(Measure.of(metric), scope);
    }

    int items(Scope scope) {
        return items(0, scope);
    }
}
