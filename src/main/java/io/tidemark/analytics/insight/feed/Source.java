package io.tidemark.analytics.insight.feed;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.insight.Finding;
import io.tidemark.frame.Frame;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// A method as a source of findings.
@FunctionalInterface
interface Source {
    /// All methods besides [io.tidemark.analytics.insight.Insights], which settles the period.
    List<Source> MORE = List.of();

    /// Everything that was tested, found or missed.
    Stream<Finding> find(Frame frame, AnalyticsQuery query, Instant now);
}
