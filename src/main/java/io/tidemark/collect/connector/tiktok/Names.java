package io.tidemark.collect.connector.tiktok;

import io.tidemark.collect.connector.Numbers;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// TikTok's names of numbers.
///
/// @param metrics what each counts
record Names(Map<String, Metric> metrics) {
    static final Names DISPLAY = new Names(Map.of(
            "view_count", Metric.VIDEO_VIEWS,
            "like_count", Metric.LIKES,
            "comment_count", Metric.COMMENTS,
            "share_count", Metric.SHARES));

    static final Names BUSINESS = new Names(Map.of(
            "video_views", Metric.VIDEO_VIEWS,
            "reach", Metric.REACH,
            "total_time_watched", Metric.WATCH_TIME_SECONDS,
            "likes", Metric.LIKES,
            "comments", Metric.COMMENTS,
            "shares", Metric.SHARES,
            "favorites", Metric.SAVES,
            "website_clicks", Metric.LINK_CLICKS,
            "profile_views", Metric.PROFILE_VISITS,
            "new_followers", Metric.FOLLOWS));

    static final Names DAYS = new Names(Map.of(
            "video_views", Metric.VIDEO_VIEWS,
            "unique_video_views", Metric.REACH,
            "likes", Metric.LIKES,
            "comments", Metric.COMMENTS,
            "shares", Metric.SHARES,
            "bio_link_clicks", Metric.LINK_CLICKS,
            "profile_views", Metric.PROFILE_VISITS,
            "daily_new_followers", Metric.FOLLOWS));

    private static final Pattern WORD = Pattern.compile("\\w+");

    Names {
        metrics = Map.copyOf(metrics);
    }

    /// Those that whoever runs the server may shorten, with commas.
    String all() {
        return metrics.keySet().stream().sorted().collect(Collectors.joining(","));
    }

    /// What is told of those that were asked for; what is left out stays missing.
    MetricValues read(JsonNode told, Collection<String> asked) {
        MetricValues.Builder values = MetricValues.builder();
        metrics.forEach((name, metric) -> {
            if (asked.contains(name)) {
                Numbers.put(values, metric, told.path(name));
            }
        });
        return values.build();
    }

    /// Those of which a sentence speaks.
    static Set<String> in(String sentence) {
        return WORD.matcher(sentence)
                .results()
                .map(word -> word.group())
                .filter(word -> DISPLAY.metrics.containsKey(word)
                        || BUSINESS.metrics.containsKey(word)
                        || DAYS.metrics.containsKey(word))
                .collect(Collectors.toSet());
    }
}
