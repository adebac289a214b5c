package io.tidemark.analytics;

import io.tidemark.frame.Frame;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Answers how numbers went over a period, stretch by stretch.
public final class Trends {
    private final View view;
    private final Question question;
    private final Set<Platform> platforms;
    private final FollowerLevels followers;
    private final Set<String> sources = new TreeSet<>();
    private final Set<Platform> reporting = EnumSet.noneOf(Platform.class);

    private Trends(View view, AnalyticsQuery query) {
        this.view = view;
        question = new Question(view, query.comparing(Comparison.of(Comparison.Rule.NONE)));
        platforms = view.platforms();
        followers = new FollowerLevels(view, new FollowerHistory(view), question.period(), null);
    }

    /// @param metrics the metrics wanted; empty for all
    /// @param now the present; a frame as of an instant is answered as of that instant
    /// @throws BadQuery where the question contradicts itself
    public static TrendsAnswer compute(
            Frame frame, AnalyticsQuery query, Granularity granularity, Set<Metric> metrics, Instant now) {
        Set<Metric> wanted = metrics.isEmpty() ? EnumSet.allOf(Metric.class) : EnumSet.copyOf(metrics);
        return new Trends(new View(frame, query.filters(), now), query).answer(granularity, wanted);
    }

    private TrendsAnswer answer(Granularity granularity, Set<Metric> metrics) {
        Frame frame = view.frame();
        List<TrendsAnswer.Point> points = new ArrayList<>();
        for (Period stretch : granularity.cut(question.period(), frame.weekStart())) {
            points.add(point(stretch, metrics));
        }
        return new TrendsAnswer(
                frame.businessId(),
                question.periodAnswer(),
                frame.dataVersion(),
                frame.asOf(),
                granularity,
                List.copyOf(points),
                List.copyOf(sources),
                MetricAnswers.zones(reporting));
    }

    private TrendsAnswer.Point point(Period stretch, Set<Metric> metrics) {
        CountedDays days = CountedDays.all(stretch);
        Slice posts = question.slicing().posts(days);
        Slice slice =
                question.basis() == Basis.PUBLISHED ? posts : question.slicing().accountDays(days);
        Map<String, TrendsAnswer.Value> values = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            values.put(metric.key(), metric.ofPosts() ? value(slice, metric) : level(stretch));
        }
        return new TrendsAnswer.Point(stretch.from(), posts.items(platforms), values);
    }

    private TrendsAnswer.Value value(Slice slice, Metric metric) {
        Tally tally = slice.tally(metric, platforms);
        Double value = MetricAnswers.value(metric, tally);
        if (value != null) {
            sources.add(MetricAnswers.source(slice));
            reporting.addAll(question.basis() == Basis.PUBLISHED ? Set.of() : tally.platforms());
        }
        return new TrendsAnswer.Value(
                value, MetricAnswers.status(metric, tally), value != null && tally.provisional(), false);
    }

    private TrendsAnswer.Value level(Period stretch) {
        Tally tally = followers.within(stretch, platforms);
        Double value = tally.value();
        if (value != null) {
            sources.add(FollowerLevels.SOURCE);
            reporting.addAll(tally.platforms());
        }
        return new TrendsAnswer.Value(value, tally.coverage().status(), false, false);
    }
}
