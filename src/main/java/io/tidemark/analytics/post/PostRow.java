package io.tidemark.analytics.post;

import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.Label;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A post of a list with its numbers.
///
/// @param metrics all metrics that posts carry, by key and in the order of the dictionary
/// @param engagement null where a part of it is missing
/// @param engagementRate null where a side of it is missing
/// @param engagementRateBy what the rate divides by on this platform
public record PostRow(
        long id,
        Platform platform,
        FrameAccount account,
        Instant publishedAt,
        ContentType contentType,
        Boosted boosted,
        List<Label> labels,
        Map<String, Value> metrics,
        @Nullable Double engagement,
        @Nullable Double engagementRate,
        Denominator engagementRateBy) {

    /// @param value null where it is missing; the state says why
    public record Value(@Nullable Double value, ValueState state) {}

    /// @param reasons why metrics of the account's posts are missing, where a source said so
    public static PostRow of(PostNumbers numbers, int row, Map<Metric, ValueState> reasons) {
        PostFrame posts = numbers.view().posts();
        return new PostRow(
                posts.id(row),
                numbers.platform(row),
                numbers.account(row),
                Instant.ofEpochSecond(posts.publishedAt(row)),
                posts.contentType(row),
                posts.boosted(row),
                numbers.view().frame().labels().carriedBy(row),
                metrics(numbers, row, reasons),
                orNull(numbers.engagement(row)),
                orNull(numbers.engagementRate(row)),
                numbers.denominator(row));
    }

    private static Map<String, Value> metrics(PostNumbers numbers, int row, Map<Metric, ValueState> reasons) {
        PostFrame posts = numbers.view().posts();
        Map<String, Value> metrics = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            if (metric.ofPosts()) {
                double value = posts.value(row, metric);
                metrics.put(
                        metric.key(),
                        Double.isNaN(value)
                                ? new Value(null, why(numbers.platform(row), posts.contentType(row), metric, reasons))
                                : new Value(value, ValueState.REPORTED));
            }
        }
        return metrics;
    }

    /// Why a value is missing: what the platform does not have nobody can give; for the rest a source knows best.
    static ValueState why(Platform platform, ContentType type, Metric metric, Map<Metric, ValueState> reasons) {
        return Dictionary.provides(platform, Subject.POST, type, metric)
                ? reasons.getOrDefault(metric, ValueState.NOT_COLLECTED)
                : ValueState.NOT_PROVIDED;
    }

    static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
