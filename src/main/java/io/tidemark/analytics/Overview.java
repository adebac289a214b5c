package io.tidemark.analytics;

import io.tidemark.frame.Frame;
import io.tidemark.metric.Definitions;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Answers how a business is doing.
public final class Overview {
    private final View view;
    private final AnalyticsQuery query;
    private final Question question;
    private final Sides sides;
    private final PublishedPosts published;
    private final FollowerLevels followers;
    private final MetricAnswers metrics;
    private final Rates rates;

    private Overview(View view, AnalyticsQuery query) {
        this.view = view;
        this.query = query;
        question = new Question(view, query);
        published = new PublishedPosts(question);
        sides = question.basis() == Basis.ACTIVITY
                ? question.activitySides()
                : new Sides(published.slice(), null, null);
        FollowerHistory history = new FollowerHistory(view);
        followers = new FollowerLevels(view, history, question.period(), question.previous());
        metrics = new MetricAnswers(sides, followers);
        rates = new Rates(sides, history, query, view.platforms());
    }

    /// @param now the present; a frame as of an instant is answered as of that instant
    /// @throws BadQuery where the question contradicts itself
    public static OverviewAnswer compute(Frame frame, AnalyticsQuery query, Instant now) {
        return new Overview(new View(frame, query.filters(), now), query).answer();
    }

    private OverviewAnswer answer() {
        Frame frame = view.frame();
        Set<Platform> all = view.platforms();
        return new OverviewAnswer(
                frame.businessId(),
                question.periodAnswer(),
                question.comparisonAnswer(),
                frame.dataVersion(),
                frame.asOf(),
                frame.lastCollectedAt(),
                question.extent(),
                metrics.all(all),
                rates.all(all),
                metrics.engagement(query.engagement(), all),
                followers.answer(all),
                published.answer(all),
                all.stream().map(this::platform).toList(),
                definitions());
    }

    private PlatformAnswer platform(Platform platform) {
        Set<Platform> scope = EnumSet.of(platform);
        return new PlatformAnswer(
                platform,
                metrics.all(scope),
                rates.all(scope),
                metrics.engagement(query.engagement(), scope),
                followers.answer(scope),
                published.answer(scope));
    }

    private Map<String, String> definitions() {
        Map<String, String> formulas = new LinkedHashMap<>();
        Stream.of(query.engagement().definition(), Definitions.ENGAGEMENT_RATE, Definitions.CTR)
                .forEach(definition -> formulas.put(definition.id(), definition.formula()));
        return formulas;
    }
}
