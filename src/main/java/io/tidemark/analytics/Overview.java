package io.tidemark.analytics;

import io.tidemark.frame.Frame;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.Map;

/// Answers how a business is doing.
public final class Overview {
    private final View view;
    private final AnalyticsQuery query;
    private final Question question;
    private final Scope all;
    private final PublishedPosts published;
    private final FollowerLevels followers;
    private final MetricAnswers metrics;
    private final Rates rates;

    private Overview(View view, AnalyticsQuery query) {
        this.view = view;
        this.query = query;
        question = new Question(view, query);
        Parts parts = Parts.byPlatform(view);
        all = parts.all();
        Sides sides = question.sides(parts);
        FollowerHistory history = new FollowerHistory(view);
        published = new PublishedPosts(question, query, parts, history);
        followers = new FollowerLevels(view, history, question.period(), question.previous());
        metrics = new MetricAnswers(sides, followers, view.frame().zone());
        rates = new Rates(sides, history, query, view.platforms());
    }

    /// @param now the present; a frame as of an instant is answered as of that instant
    /// @throws BadQuery where the question contradicts itself
    public static OverviewAnswer compute(Frame frame, AnalyticsQuery query, Instant now) {
        return new Overview(new View(frame, query.filters(), now), query).answer();
    }

    private OverviewAnswer answer() {
        Frame frame = view.frame();
        Map<String, RateAnswer> told = rates(all);
        return new OverviewAnswer(
                frame.businessId(),
                question.periodAnswer(),
                question.comparisonAnswer(),
                frame.dataVersion(),
                frame.asOf(),
                frame.firstCollectedAt(),
                frame.lastCollectedAt(),
                question.extent(),
                metrics.all(all),
                told,
                metrics.engagement(query.engagement(), all),
                followers.answer(all),
                published.answer(all),
                view.platforms().stream().map(this::platform).toList(),
                Formulas.of(query.engagement(), told));
    }

    private Map<String, RateAnswer> rates(Scope scope) {
        Map<String, RateAnswer> told = rates.all(scope);
        told.put("follower_growth", followers.growth(scope));
        return told;
    }

    private PlatformAnswer platform(Platform platform) {
        Scope scope = Parts.one(platform);
        return new PlatformAnswer(
                platform,
                metrics.all(scope),
                rates(scope),
                metrics.engagement(query.engagement(), scope),
                followers.answer(scope),
                published.answer(scope));
    }
}
