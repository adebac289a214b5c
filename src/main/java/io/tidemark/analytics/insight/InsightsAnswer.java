package io.tidemark.analytics.insight;

import io.tidemark.analytics.ComparisonAnswer;
import io.tidemark.analytics.PeriodAnswer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What there is to know about a period.
///
/// @param insights those that matter most first; empty where nothing stands out
public record InsightsAnswer(
        long businessId,
        PeriodAnswer period,
        @Nullable ComparisonAnswer comparison,
        long dataVersion,
        @Nullable Instant asOf,
        List<Insight> insights) {
    public InsightsAnswer {
        insights = List.copyOf(insights);
    }
}
