package io.tidemark.analytics;

import io.tidemark.frame.Frame;
import io.tidemark.frame.Measure;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Answers how platforms differ: in total, per post and per follower.
public final class PlatformComparison {
    private final View view;
    private final AnalyticsQuery query;
    private final Question question;
    private final Scope all;
    private final Slice posts;
    private final PublishedPosts published;
    private final FollowerLevels followers;
    private final MetricAnswers metrics;
    private final Rates rates;
    private final Map<String, MetricAnswer> totals;

    private PlatformComparison(View view, AnalyticsQuery query) {
        this.view = view;
        this.query = query;
        question = new Question(view, query);
        Parts parts = Parts.byPlatform(view);
        all = parts.all();
        Sides sides = question.sides(parts);
        FollowerHistory history = new FollowerHistory(view);
        published = new PublishedPosts(question, query, parts, history);
        posts = published.slice();
        followers = new FollowerLevels(view, history, question.period(), question.previous());
        metrics = new MetricAnswers(sides, followers, view.frame().zone());
        rates = new Rates(sides, history, query, view.platforms());
        totals = additive(all);
    }

    /// @param now the present; a frame as of an instant is answered as of that instant
    /// @throws BadQuery where the question contradicts itself
    public static PlatformComparisonAnswer compute(Frame frame, AnalyticsQuery query, Instant now) {
        return new PlatformComparison(new View(frame, query.filters(), now), query).answer();
    }

    private PlatformComparisonAnswer answer() {
        Frame frame = view.frame();
        return new PlatformComparisonAnswer(
                frame.businessId(),
                question.periodAnswer(),
                question.comparisonAnswer(),
                frame.dataVersion(),
                frame.asOf(),
                frame.lastCollectedAt(),
                view.platforms().stream().map(this::row).toList(),
                Formulas.of(query.engagement(), rates.all(all)));
    }

    private PlatformComparisonAnswer.Row row(Platform platform) {
        Scope scope = Parts.one(platform);
        FollowersAnswer level = followers.answer(scope);
        Map<String, RateAnswer> told = rates.all(scope);
        told.put("follower_growth", followers.growth(scope));
        Map<String, MetricAnswer> additive = additive(scope);
        return new PlatformComparisonAnswer.Row(
                platform,
                Math.toIntExact(IntStream.range(0, view.accountCount())
                        .filter(account -> scope.has(view, account))
                        .count()),
                metrics.all(scope),
                metrics.engagement(query.engagement(), scope),
                each(additive, (key, answer) -> ratio(answer.value(), value(totals.get(key)))),
                perPost(posts, query, scope),
                each(additive, (key, answer) -> ratio(answer.value(), known(level))),
                told,
                level,
                published.answer(scope));
    }

    /// What adds over platforms, by key.
    private Map<String, MetricAnswer> additive(Scope scope) {
        Map<String, MetricAnswer> additive = new LinkedHashMap<>(metrics.all(scope));
        additive.keySet()
                .removeIf(key ->
                        Metric.find(key).filter(metric -> metric.kind().adds()).isEmpty());
        additive.put(TrendsRequest.ENGAGEMENT, metrics.engagement(query.engagement(), scope));
        return additive;
    }

    private interface Derived {
        @Nullable
        Double of(String key, MetricAnswer answer);
    }

    private static Map<String, @Nullable Double> each(Map<String, MetricAnswer> answers, Derived derived) {
        Map<String, @Nullable Double> values = new LinkedHashMap<>();
        answers.forEach((key, answer) -> values.put(key, derived.of(key, answer)));
        return values;
    }

    /// Averages of what adds, with engagement.
    static Map<String, AverageAnswer> perPost(Slice posts, AnalyticsQuery query, Scope scope) {
        Map<String, AverageAnswer> averages = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            if (metric.kind().adds()) {
                averages.put(metric.key(), AverageAnswer.of(posts.tally(metric, scope)));
            }
        }
        averages.put(TrendsRequest.ENGAGEMENT, AverageAnswer.of(posts.tally(Measure.of(query.engagement()), scope)));
        return averages;
    }

    private static @Nullable Double value(@Nullable MetricAnswer answer) {
        return answer == null ? null : answer.value();
    }

    private static @Nullable Double known(FollowersAnswer level) {
        boolean every = level.accounts().reporting() == level.accounts().expected();
        return every ? level.value() : null;
    }

    private static @Nullable Double ratio(@Nullable Double part, @Nullable Double whole) {
        return part == null || whole == null || whole <= 0 ? null : Double.valueOf(part / whole);
    }
}
