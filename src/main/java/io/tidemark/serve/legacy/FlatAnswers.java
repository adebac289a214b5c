package io.tidemark.serve.legacy;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Basis;
import io.tidemark.analytics.Comparison;
import io.tidemark.analytics.ContentTypes;
import io.tidemark.analytics.ContentTypesAnswer;
import io.tidemark.analytics.Granularity;
import io.tidemark.analytics.MetricAnswer;
import io.tidemark.analytics.Overview;
import io.tidemark.analytics.OverviewAnswer;
import io.tidemark.analytics.PlatformAnswer;
import io.tidemark.analytics.RateAnswer;
import io.tidemark.analytics.Trends;
import io.tidemark.analytics.TrendsAnswer;
import io.tidemark.analytics.insight.Insight;
import io.tidemark.analytics.insight.feed.Feed;
import io.tidemark.analytics.insight.feed.FeedEntry;
import io.tidemark.frame.Frame;
import io.tidemark.metric.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The answers of the analytics as maps of plain numbers: null where a number is missing.
final class FlatAnswers {
    private final Frame frame;
    private final AnalyticsQuery query;
    private final int days;
    private final Instant now;

    FlatAnswers(Frame frame, AnalyticsQuery query, int days, Instant now) {
        this.frame = frame;
        this.query = query.comparing(new Comparison(Comparison.Rule.NONE, null));
        this.days = days;
        this.now = now;
    }

    Map<String, @Nullable Object> overview() {
        OverviewAnswer answer = Overview.compute(frame, query, now);
        Map<String, @Nullable Object> flat = new LinkedHashMap<>();
        flat.put("business_id", answer.businessId());
        flat.put("period_days", days);
        putTotals(flat, answer.published().posts().value(), answer.metrics(), answer.rates());
        flat.put("followers", answer.followers().value());
        return flat;
    }

    Map<String, Object> platforms() {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (PlatformAnswer platform : Overview.compute(frame, query, now).platforms()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("platform", platform.platform().key());
            putTotals(row, platform.published().posts().value(), platform.metrics(), platform.rates());
            row.put("followers", platform.followers().value());
            rows.add(row);
        }
        return Map.of("platforms", rows);
    }

    /// The posts published in the period by what they are, most posts first.
    Map<String, Object> content() {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (ContentTypesAnswer.Row type : ContentTypes.compute(frame, query.on(Basis.Choice.PUBLISHED), now)
                .contentTypes()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("content_type", type.contentType().key());
            putTotals(row, type.published().posts().value(), type.metrics(), type.rates());
            rows.add(row);
        }
        return Map.of("content_types", rows);
    }

    List<Map<String, @Nullable Object>> trends() {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (TrendsAnswer.Point point : Trends.compute(
                        frame, query.comparing(Comparison.of(Comparison.Rule.NONE)), Granularity.DAY, Set.of(), now)
                .points()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("date", point.date());
            for (Metric metric : Metric.values()) {
                TrendsAnswer.Value value = point.metrics().get(metric.key());
                row.put(metric.key(), value == null ? null : value.value());
            }
            rows.add(row);
        }
        return rows;
    }

    /// Changes are against as many days before.
    List<Map<String, Object>> insights() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (FeedEntry entry : Feed.of(frame, query.comparing(Comparison.DEFAULT), now)
                .answer()
                .insights()) {
            Insight insight = entry.insight();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("type", insight.type());
            row.put("title", insight.title().english());
            row.put("text", insight.text().english());
            rows.add(row);
        }
        return rows;
    }

    private static void putTotals(
            Map<String, @Nullable Object> flat,
            int posts,
            Map<String, MetricAnswer> metrics,
            Map<String, RateAnswer> rates) {
        flat.put("total_posts", posts);
        for (Metric metric : Metric.values()) {
            MetricAnswer answer = metrics.get(metric.key());
            flat.put("total_" + metric.key(), answer == null ? null : answer.value());
        }
        RateAnswer rate = rates.get("engagement_rate");
        flat.put("engagement_rate", rate == null ? null : rate.value());
    }
}
