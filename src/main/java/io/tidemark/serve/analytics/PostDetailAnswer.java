package io.tidemark.serve.analytics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tidemark.analytics.activity.CounterEvent;
import io.tidemark.analytics.insight.performance.ExpectedAt;
import io.tidemark.analytics.insight.performance.Performance;
import io.tidemark.analytics.post.Percentile;
import io.tidemark.analytics.post.PostRates;
import io.tidemark.analytics.post.ValueState;
import io.tidemark.frame.Label;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Marks;
import io.tidemark.ledger.PostRecord.SourceName;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One post: its values with where each came from, and all that was ever said of it.
///
/// @param percentiles where it stands among the posts of its account and content type, by key
/// @param performance how it does for its age, by count; empty while nobody said when it was published
/// @param expectedCourse what such posts usually have at which age, by count; without those of which that is not known
/// @param sources that the values, readings and versions came from
/// @param definitions what the derived numbers mean, by id
record PostDetailAnswer(
        long businessId,
        long dataVersion,
        @Nullable Instant asOf,
        @Nullable Instant lastCollectedAt,
        Post post,
        Map<String, Value> metrics,
        DerivedValue engagement,
        Map<String, PostRates.Rate> rates,
        Map<String, @Nullable Percentile> percentiles,
        Map<String, Performance> performance,
        Map<String, List<ExpectedAt>> expectedCourse,
        List<Aged> ages,
        History history,
        Versions versions,
        List<SourceName> sources,
        Map<String, String> definitions) {

    /// @param publishedAt null where nobody said: such a post is in no list
    record Post(
            long id,
            @Nullable String externalId,
            Platform platform,
            PostView.Account account,
            @Nullable Instant publishedAt,
            ContentType contentType,
            Boosted boosted,
            boolean deleted,
            @JsonUnwrapped Marks marks,
            @Nullable String text,
            @Nullable String url,
            @Nullable String thumbnail,
            List<Alias> aliases,
            List<Label> labels) {}

    /// @param observedAt when the value was read
    /// @param stale whether its kind of source has read the post since without it
    record Value(
            @Nullable Double value,
            ValueState state,
            @Nullable Instant observedAt,
            @Nullable Long sourceId,
            @Nullable String source,
            boolean stale,
            List<String> nativeFields) {}

    record DerivedValue(@Nullable Double value, String definition) {}

    /// The counters as they stood at an age that the post has really reached, read before and after it.
    record Aged(int ageHours, Map<String, Double> values) {}

    /// @param total how many readings there are
    /// @param truncated whether the oldest ones are left out here
    record History(List<Snapshot> snapshots, int total, boolean truncated) {}

    /// @param values what the source reported, by metric; nothing else was reported
    /// @param unchanged whether this reading found the same as the one before
    record Snapshot(
            Instant observedAt, long sourceId, Map<String, Double> values, boolean unchanged, List<Verdict> verdicts) {}

    /// What a counter that fell means.
    record Verdict(Metric metric, CounterEvent.Kind kind, double change) {}

    record Versions(List<Version> items, int total, boolean truncated) {}

    record Version(
            Instant observedAt,
            long sourceId,
            @Nullable Instant publishedAt,
            ContentType contentType,
            Boosted boosted,
            boolean deleted,
            @JsonUnwrapped Marks marks,
            @Nullable String text,
            @Nullable String url) {}
}
