package io.tidemark.analytics;

import io.tidemark.frame.Measure;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Platform;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The engagement rate of every stretch of a trend: of the whole with one denominator, of a platform or account with
/// its own.
final class TrendRate {
    private final AnalyticsQuery query;
    private final Slice slice;
    private final FollowerHistory followers;
    private final RateKind kind;

    TrendRate(View view, AnalyticsQuery query, Slice slice, FollowerHistory followers) {
        this.query = query;
        this.slice = slice;
        this.followers = followers;
        kind = RateKind.engagementRate(query, slice, view.platforms());
    }

    /// The rates of a part of the answer.
    Line line(Scope scope) {
        return new Line(kind.only(kind.common(slice, scope.platforms())).samples(slice, followers), scope);
    }

    final class Line {
        private final RateSamples samples;
        private final Scope scope;

        private Line(RateSamples samples, Scope scope) {
            this.samples = samples;
            this.scope = scope;
        }

        TrendsAnswer.Value value(int stretch) {
            RateSample sample = samples.of(stretch, scope);
            Double value = sample.value();
            Tally engagement = slice.tally(Measure.of(query.engagement()), stretch, scope);
            return TrendsAnswer.Value.of(value, sample.coverage().status(), engagement);
        }
    }

    TrendsAnswer.Rate answer(Scope scope) {
        Denominator by = kind.common(slice, scope.platforms());
        Set<Platform> covered = new TreeSet<>(kind.only(by).denominators().keySet());
        List<Platform> leftOut = scope.platforms().stream()
                .filter(platform -> !covered.contains(platform))
                .toList();
        return new TrendsAnswer.Rate(
                kind.definition().id(), query.engagement().definition().id(), by, leftOut);
    }
}
