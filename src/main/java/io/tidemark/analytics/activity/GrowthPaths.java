package io.tidemark.analytics.activity;

import io.tidemark.frame.GrowthPath;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.EngagementTerms;
import io.tidemark.metric.Engagements;
import io.tidemark.metric.Growing;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the counts of a post grew, from its counters.
final class GrowthPaths {
    private final Platform platform;
    private final Map<Metric, CounterPath> paths;
    private final Warp axis;
    private final long published;
    private final double[] places;

    /// @param published microseconds since the epoch
    GrowthPaths(Platform platform, Iterable<CounterPath> paths, Warp axis, long published) {
        this.platform = platform;
        this.axis = axis;
        this.published = published;
        places = new double[Growing.knots(platform)];
        Arrays.fill(places, Double.NaN);
        this.paths = new EnumMap<>(Metric.class);
        paths.forEach(path -> this.paths.put(path.metric(), path));
    }

    Map<Growing, GrowthPath> of(PostCounters counters) {
        EngagementTerms terms = Engagements.terms(Engagement.PUBLIC, platform, Subject.POST, counters.contentType());
        Map<Growing, GrowthPath> grown = new EnumMap<>(Growing.class);
        for (Growing count : Growing.values()) {
            Metric metric = count.metric();
            double lastAge = metric == null ? lastAge(terms) : lastAge(metric);
            if (!Double.isNaN(lastAge)) {
                float[] counts = new float[Growing.knots(platform)];
                for (int knot = 0; knot < counts.length; knot++) {
                    counts[knot] = (float) (metric == null ? terms.sumOrNaN(this::at, knot) : at(knot, metric));
                }
                grown.put(count, new GrowthPath(lastAge, counts));
            }
        }
        return grown;
    }

    private double at(int knot, Metric metric) {
        CounterPath path = paths.get(metric);
        return path == null ? Double.NaN : path.grownAt(published, knot, this::place);
    }

    /// The same for all counters of a post, and costly to work out.
    private double place(int knot) {
        if (Double.isNaN(places[knot])) {
            places[knot] = axis.place(published + Math.round(Growing.knot(knot) * LocalDays.MICROS_PER_HOUR));
        }
        return places[knot];
    }

    private double lastAge(Metric metric) {
        return age(paths.get(metric));
    }

    /// The age up to which all of its parts are known.
    private double lastAge(EngagementTerms terms) {
        double age = Double.NaN;
        for (Metric metric : terms.metrics()) {
            CounterPath path = paths.get(metric);
            if (path != null) {
                age = Double.isNaN(age) ? age(path) : Math.min(age, age(path));
            } else if (terms.requires(metric)) {
                return Double.NaN;
            }
        }
        return age;
    }

    private double age(@Nullable CounterPath path) {
        return path == null ? Double.NaN : Math.max(0, path.end() - published) / (double) LocalDays.MICROS_PER_HOUR;
    }
}
