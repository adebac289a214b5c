package io.tidemark.ledger;

import io.tidemark.metric.Metric;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// A summary as it stands: the row of `analytics_summaries`.
///
/// @param contentType `all` for what the platform said of the account
/// @param basis `activity` or `published`
/// @param granularity `day`, `week`, `month`, `quarter` or `year`
/// @param posts null for what the platform said of the account
/// @param observedAt null for a summary of posts
/// @param values `NaN` where nothing is reported
/// @param reporting how many of the posts, or of the days of a longer stretch, report a metric; 0 where that is not
/// kept
/// @param estimated null where it means nothing, as is `open`
/// @param imported of how many posts, or days of the account, an export file is behind the day; null on the published
/// basis
/// @param importedFollowers of how many days of the account an export file said the followers; null for posts
public record SummaryRow(
        long accountId,
        String contentType,
        String basis,
        String granularity,
        LocalDate start,
        @Nullable Integer posts,
        @Nullable Instant observedAt,
        ToDoubleFunction<Metric> values,
        ToIntFunction<Metric> reporting,
        @Nullable Integer estimated,
        @Nullable Integer open,
        @Nullable Integer imported,
        @Nullable Integer importedFollowers) {}
