package io.tidemark.analytics.insight.why;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.View;
import io.tidemark.frame.Measure;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is explained of a post, and what tells how often it was shown.
final class Exposure {
    private final WhyMetric metric;
    private final Measure value;
    private final Map<Platform, Denominator> byPlatform;
    private final Set<Platform> platforms;
    private final @Nullable Denominator common;

    private Exposure(
            WhyMetric metric,
            Measure value,
            Map<Platform, Denominator> byPlatform,
            Set<Platform> platforms,
            @Nullable Denominator common) {
        this.metric = metric;
        this.value = value;
        this.byPlatform = byPlatform;
        this.platforms = platforms;
        this.common = common;
    }

    /// A total is split by what each platform says of how often posts were shown. A rate has one denominator: that of
    /// most posts of the period, as everywhere.
    static Exposure of(WhyMetric metric, View view, AnalyticsQuery query, Period period) {
        return switch (metric) {
            case IMPRESSIONS -> new Exposure(metric, Measure.of(Metric.IMPRESSIONS), Map.of(), view.platforms(), null);
            case ENGAGEMENT ->
                new Exposure(metric, Measure.of(query.engagement()), shown(view), view.platforms(), null);
            case ENGAGEMENT_RATE -> ofRate(view, query, period);
        };
    }

    private static Map<Platform, Denominator> shown(View view) {
        Map<Platform, Denominator> shown = new EnumMap<>(Platform.class);
        for (Platform platform : view.platforms()) {
            List.of(Denominator.IMPRESSIONS, Denominator.VIDEO_VIEWS).stream()
                    .filter(by -> isProvided(platform, by))
                    .findFirst()
                    .ifPresent(by -> shown.put(platform, by));
        }
        return shown;
    }

    private static Exposure ofRate(View view, AnalyticsQuery query, Period period) {
        Map<Platform, Denominator> denominators = new EnumMap<>(Platform.class);
        for (Platform platform : view.platforms()) {
            Denominator by = query.denominator(platform);
            if (by == Denominator.FOLLOWERS || isProvided(platform, by)) {
                denominators.put(platform, by);
            }
        }
        Denominator common = common(denominators, view, period);
        Set<Platform> covered = new TreeSet<>(denominators.keySet());
        covered.removeIf(platform -> denominators.get(platform) != common);
        denominators.keySet().retainAll(covered);
        return new Exposure(WhyMetric.ENGAGEMENT_RATE, Measure.of(query.engagement()), denominators, covered, common);
    }

    private static boolean isProvided(Platform platform, Denominator by) {
        return Dictionary.find(platform, Subject.POST, by.metric()).isPresent();
    }

    private static @Nullable Denominator common(Map<Platform, Denominator> denominators, View view, Period period) {
        int[] posts = new int[Denominator.values().length];
        PostFrame frame = view.posts();
        int end = frame.firstRowFrom(Math.toIntExact(period.to().toEpochDay()) + 1);
        for (int row = frame.firstRowFrom(Math.toIntExact(period.from().toEpochDay())); row < end; row++) {
            Denominator by = view.hasPost(row) ? denominators.get(view.platform(frame.account(row))) : null;
            if (by != null) {
                posts[by.ordinal()]++;
            }
        }
        Denominator most = null;
        for (Denominator by : Denominator.values()) {
            boolean isUsed = denominators.containsValue(by);
            if (isUsed && (most == null || posts[by.ordinal()] > posts[most.ordinal()])) {
                most = by;
            }
        }
        return most;
    }

    WhyMetric metric() {
        return metric;
    }

    Measure value() {
        return value;
    }

    boolean covers(Platform platform) {
        return platforms.contains(platform);
    }

    /// The platforms that a rate says nothing of, since they divide by something else.
    Set<Platform> leftOut(View view) {
        Set<Platform> left = new TreeSet<>(view.platforms());
        left.removeAll(platforms);
        return left;
    }

    /// What a rate divides by, null where no rate is asked for.
    @Nullable
    Denominator common() {
        return common;
    }

    /// Whether a post without exposure counts for nothing.
    boolean isRequired() {
        return metric == WhyMetric.ENGAGEMENT_RATE;
    }

    boolean isOfFollowers() {
        return common == Denominator.FOLLOWERS;
    }

    /// Null where a platform's posts do not say how often they were shown.
    @Nullable
    Measure of(Platform platform) {
        Denominator by = byPlatform.get(platform);
        return by == null ? null : Measure.of(by.metric());
    }

    /// How the parts of a change are found.
    Attribution attribution(SplitCells cells, PeriodSums before, PeriodSums after) {
        return switch (metric) {
            case ENGAGEMENT -> new TotalAttribution(cells, before, after, Effect.PER_POST);
            case IMPRESSIONS -> new TotalAttribution(cells, before, after, Effect.EXPOSURE);
            case ENGAGEMENT_RATE -> new RateAttribution();
        };
    }
}
