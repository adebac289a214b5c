package io.tidemark.serve.analytics;

import java.util.Map;
import java.util.Set;

/// The parameters that each endpoint of the analytics takes, for the test of the description.
public final class EndpointParameters {
    public static final Map<String, Set<String>> ALL = Map.ofEntries(
            Map.entry("overview", OverviewController.PARAMETERS),
            Map.entry("trends", TrendsController.PARAMETERS),
            Map.entry("trends/analysis", TrendAnalysisController.PARAMETERS),
            Map.entry("best-times", BestTimesController.PARAMETERS),
            Map.entry("what-works", WhatWorksController.PARAMETERS),
            Map.entry("platform-comparison", PlatformComparisonController.PARAMETERS),
            Map.entry("content-types", ContentTypesController.PARAMETERS),
            Map.entry("audience", AudienceController.PARAMETERS),
            Map.entry("insights", InsightsController.PARAMETERS),
            Map.entry("digest", DigestController.PARAMETERS),
            Map.entry("why", WhyController.PARAMETERS),
            Map.entry("posts", PostsController.PARAMETERS),
            Map.entry("top-posts", TopPostsController.PARAMETERS),
            Map.entry("breakouts", BreakoutsController.PARAMETERS),
            Map.entry("half-lives", HalfLivesController.PARAMETERS),
            Map.entry("posts/{id}", AnalyticsParameters.with(PostDetailController.PARAMETERS, "id")),
            Map.entry("labels", LabelTotalsController.PARAMETERS));

    private EndpointParameters() {}
}
