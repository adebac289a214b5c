package io.tidemark.ledger;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.LocalDate;
import java.util.Map;

/// The posts of one account and content type published on one of the business's days.
///
/// @param sums current values added up; a metric that no post reported is missing
/// @param reporting how many posts reported each metric
public record PublishedDay(
        long accountId,
        ContentType contentType,
        LocalDate day,
        int posts,
        MetricValues sums,
        Map<Metric, Integer> reporting) {
    public PublishedDay {
        reporting = Map.copyOf(reporting);
    }
}
