package io.tidemark.analytics.insight.feed;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.insight.Finding;
import io.tidemark.frame.Frame;
import io.tidemark.metric.Metric;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A method as a source of findings.
@FunctionalInterface
interface Source {
    /// All methods besides [io.tidemark.analytics.insight.Insights], which settles the period.
    List<Source> MORE = List.of(new TrendSource(), new TimingSource(), new EffectSource(), new HalfLifeSource());

    /// Everything that was tested, found or missed.
    ///
    /// @param leading what the business is measured by first; null where it has none of that
    Stream<Finding> find(Frame frame, AnalyticsQuery query, @Nullable Metric leading, Instant now);
}
