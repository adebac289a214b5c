package io.tidemark.analytics;

import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.Measure;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.SeriesBreak;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Answers how numbers went over a period, stretch by stretch.
public final class Trends {
    private final View view;
    private final AnalyticsQuery query;
    private final TrendsRequest wanted;
    private final Question question;
    private final Parts parts;
    private final List<Period> pieces;
    private final Slice posts;
    private final Slice slice;
    private final FollowerLevels followers;
    private final @Nullable TrendRate rate;
    private boolean fromSnapshots;
    private boolean hasLevels;
    private int told;
    /// Platforms whose own days are in the answer, as bits.
    private int facts;

    private Trends(View view, AnalyticsQuery query, TrendsRequest wanted) {
        this.view = view;
        this.query = query;
        this.wanted = wanted;
        question = new Question(view, query);
        pieces = wanted.granularity().cut(question.period(), view.frame().weekStart());
        parts = parts(view, wanted);
        Stretches stretches = Stretches.of(question.period(), pieces);
        posts = question.slicing().posts(parts, stretches);
        slice = question.basis() == Basis.PUBLISHED ? posts : question.slicing().activity(parts, stretches);
        FollowerHistory history = new FollowerHistory(view);
        followers = new FollowerLevels(view, history, question.period(), null);
        rate = wanted.engagementRate() ? new TrendRate(view, query, slice, history) : null;
    }

    /// No finer than needed. The rate of the whole leaves out platforms with another denominator.
    private static Parts parts(View view, TrendsRequest wanted) {
        if (wanted.split() == TrendsRequest.Split.ACCOUNT) {
            return Parts.byAccount(view);
        }
        boolean whole = wanted.split() == null && !wanted.engagementRate();
        return whole ? Parts.none(view) : Parts.byPlatform(view);
    }

    /// @param metrics the metrics wanted; empty for all
    /// @param now the present; a frame as of an instant is answered as of that instant
    /// @throws BadQuery where the question contradicts itself
    public static TrendsAnswer compute(
            Frame frame, AnalyticsQuery query, Granularity granularity, Set<Metric> metrics, Instant now) {
        return compute(frame, query, TrendsRequest.of(granularity, metrics), now);
    }

    /// @param now the present; a frame as of an instant is answered as of that instant
    /// @throws BadQuery where the question contradicts itself
    public static TrendsAnswer compute(Frame frame, AnalyticsQuery query, TrendsRequest wanted, Instant now) {
        return new Trends(new View(frame, query.filters(), now), query, wanted).answer();
    }

    private TrendsAnswer answer() {
        Frame frame = view.frame();
        Scope all = parts.all();
        List<TrendsAnswer.Point> points = points(all);
        Period compared = question.basis() == Basis.ACTIVITY ? question.previous() : null;
        RestatementMarkers restated = RestatementMarkers.of(view, question, wanted.metrics());
        return new TrendsAnswer(
                frame.businessId(),
                question.periodAnswer(),
                frame.dataVersion(),
                frame.asOf(),
                wanted.granularity(),
                points,
                wanted.split(),
                wanted.split() == null ? List.of() : series(wanted.split()),
                compared == null
                        ? null
                        : new TrendsAnswer.Compared(
                                compared.from(),
                                compared.to(),
                                query.comparison().rule()),
                compared == null ? List.of() : pointsOf(compared),
                wanted.averageOver() == null ? List.of() : averages(wanted.averageOver()),
                markers(restated),
                restated.leftOut(),
                sources(),
                zones(),
                rate == null ? null : rate.answer(all));
    }

    /// The whole of other days on the basis of these, as basis and definitions must not change along a chart.
    private List<TrendsAnswer.Point> pointsOf(Period days) {
        AnalyticsQuery other = query.over(new PeriodChoice.Dates(days))
                .comparing(Comparison.of(Comparison.Rule.NONE))
                .on(question.basis() == Basis.ACTIVITY ? Basis.Choice.ACTIVITY : Basis.Choice.PUBLISHED);
        Trends trends = new Trends(view, other, wanted.plain());
        return trends.points(trends.parts.all());
    }

    private List<TrendsAnswer.Average> averages(int over) {
        Period period = question.period();
        return MovingAverage.of(pointsOf(new Period(period.from().minusDays(over - 1L), period.to())), over);
    }

    private List<TrendsAnswer.Marker> markers(RestatementMarkers restated) {
        List<TrendsAnswer.Marker> markers = new ArrayList<>(breaks());
        markers.addAll(restated.markers());
        markers.sort(Comparator.comparing(TrendsAnswer.Marker::from));
        return List.copyOf(markers);
    }

    /// Of the platforms and metrics in the answer; a change before the first day concerns all of its days alike.
    private List<TrendsAnswer.Marker> breaks() {
        Period period = question.period();
        Set<Platform> platforms = view.platforms();
        return SeriesBreak.ALL.stream()
                .filter(change -> wanted.metrics().contains(change.metric())
                        && platforms.contains(change.platform())
                        && change.concerns(query.filters().contentTypes())
                        && !change.to().isBefore(period.from())
                        && !change.from().isAfter(period.to()))
                .map(TrendsAnswer.Marker::of)
                .toList();
    }

    private List<String> sources() {
        Set<String> sources = new TreeSet<>();
        if (fromSnapshots) {
            sources.add(MetricAnswers.POST_SNAPSHOT);
        }
        if (hasLevels) {
            sources.add(FollowerLevels.SOURCE);
        }
        if ((told & Sums.FACTS) != 0) {
            sources.add(MetricAnswers.DAILY_FACT);
        }
        if ((told & Sums.POSTS) != 0) {
            sources.add(MetricAnswers.POST_ACTIVITY);
        }
        return List.copyOf(sources);
    }

    private List<String> zones() {
        Set<String> zones = new TreeSet<>(Platforms.zones(Platforms.of(facts)));
        if ((told & Sums.POSTS) != 0) {
            zones.add(view.frame().zone().getId());
        }
        return List.copyOf(zones);
    }

    private List<TrendsAnswer.Series> series(TrendsRequest.Split split) {
        List<TrendsAnswer.Series> series = new ArrayList<>();
        switch (split) {
            case PLATFORM -> {
                for (Platform platform : view.platforms()) {
                    series.add(new TrendsAnswer.Series(platform, null, points(Parts.one(platform))));
                }
            }
            case ACCOUNT -> {
                for (int account = 0; account < view.accountCount(); account++) {
                    if (view.has(account)) {
                        FrameAccount named = view.frame().accounts().get(account);
                        series.add(new TrendsAnswer.Series(
                                named.platform(),
                                new TrendsAnswer.Account(named.id(), named.handle(), named.name()),
                                points(parts.one(account))));
                    }
                }
            }
        }
        return series;
    }

    private List<TrendsAnswer.Point> points(Scope scope) {
        List<TrendsAnswer.Point> points = new ArrayList<>(pieces.size());
        TrendRate.Line line = rate == null ? null : rate.line(scope);
        for (int stretch = 0; stretch < pieces.size(); stretch++) {
            points.add(point(stretch, scope, line));
        }
        return points;
    }

    private TrendsAnswer.Point point(int stretch, Scope scope, TrendRate.@Nullable Line line) {
        // Two more: engagement and its rate.
        Map<String, TrendsAnswer.Value> values =
                LinkedHashMap.newLinkedHashMap(wanted.metrics().size() + 2);
        for (Metric metric : wanted.metrics()) {
            values.put(metric.key(), metric.ofPosts() ? value(metric, stretch, scope) : level(stretch, scope));
        }
        if (wanted.engagement()) {
            Tally tally = slice.tally(Measure.of(query.engagement()), stretch, scope);
            values.put(
                    TrendsRequest.ENGAGEMENT,
                    value(tally, tally.value(), tally.coverage().status()));
        }
        if (line != null) {
            values.put(TrendsRequest.ENGAGEMENT_RATE, line.value(stretch));
        }
        return new TrendsAnswer.Point(pieces.get(stretch).from(), posts.items(stretch, scope), values);
    }

    private TrendsAnswer.Value value(Metric metric, int stretch, Scope scope) {
        Tally tally = slice.tally(Measure.of(metric), stretch, scope);
        return value(tally, MetricAnswers.value(metric, tally), MetricAnswers.status(metric, tally));
    }

    private TrendsAnswer.Value value(Tally tally, @Nullable Double value, Status status) {
        if (value != null && slice.ofPosts()) {
            fromSnapshots = true;
        } else if (value != null) {
            told |= tally.flags();
            facts |= tally.facts();
        }
        return TrendsAnswer.Value.of(value, status, tally);
    }

    private TrendsAnswer.Value level(int stretch, Scope scope) {
        Period days = pieces.get(stretch);
        Tally tally = followers.within(days, scope);
        Double value = followers.lacks(days, scope) ? null : tally.value();
        if (value != null) {
            hasLevels = true;
            facts |= tally.reporters();
        }
        return TrendsAnswer.Value.of(value, tally.coverage().status(), tally);
    }
}
