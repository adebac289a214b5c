package io.tidemark.serve.analytics;

import io.tidemark.serve.Records;
import io.tidemark.serve.http.Access;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// All endpoints under `/api/v1/analytics` that answer from a frame.
@Configuration(proxyBeanMethods = false)
@Import({
    OverviewController.class,
    TrendsController.class,
    TrendAnalysisController.class,
    PlatformComparisonController.class,
    ContentTypesController.class,
    BestTimesController.class,
    WhatWorksController.class,
    AudienceController.class,
    InsightsController.class,
    DigestController.class,
    DigestSubscriptionController.class,
    WhyController.class,
    DismissalController.class,
    PostsController.class,
    TopPostsController.class,
    BreakoutsController.class,
    HalfLivesController.class,
    PostDetailController.class,
    ThumbnailController.class,
    PortfolioController.class,
    LabelTotalsController.class
})
public class AnalyticsEndpoints {
    @Bean
    Unchanged unchanged(Records records, Clock clock) {
        return new Unchanged(records, clock);
    }

    @Bean
    AnalyticsFlow analyticsFlow(Access access, Unchanged unchanged, Frames frames, Clock clock) {
        return new AnalyticsFlow(access, unchanged, frames, clock);
    }

    @Bean
    SharedQuestions sharedQuestions(AnalyticsFlow flow, Posts posts) {
        return new SharedQuestions(flow, posts);
    }
}
