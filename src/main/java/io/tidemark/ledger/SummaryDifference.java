package io.tidemark.ledger;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import java.time.LocalDate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// By how much a summary of posts has changed. A summary that is not there yet counts as one of no posts.
///
/// @param basis `activity` or `published`
/// @param granularity `day`, `week`, `month`, `quarter` or `year`
/// @param estimated null where it means nothing, as on the published basis
/// @param imported of how many posts an export file is behind the day; null where it means nothing
/// @param thousandths the sum of a metric in thousandths
/// @param reporting how many posts report it
public record SummaryDifference(
        long accountId,
        ContentType contentType,
        String basis,
        String granularity,
        LocalDate start,
        int posts,
        @Nullable Integer estimated,
        @Nullable Integer open,
        @Nullable Integer imported,
        ToLongFunction<Metric> thousandths,
        ToIntFunction<Metric> reporting) {}
