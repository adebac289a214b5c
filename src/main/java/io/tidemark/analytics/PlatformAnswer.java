package io.tidemark.analytics;

import io.tidemark.metric.Platform;
import java.util.Map;

/// One platform's part of an overview.
public record PlatformAnswer(
        Platform platform,
        Map<String, MetricAnswer> metrics,
        Map<String, RateAnswer> rates,
        MetricAnswer engagement,
        FollowersAnswer followers,
        PublishedAnswer published) {}
