package io.tidemark.analytics.insight.feed;

import io.tidemark.analytics.ComparisonAnswer;
import io.tidemark.analytics.PeriodAnswer;
import io.tidemark.analytics.insight.Insight;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What there is to know about a period.
///
/// @param leftOut what was looked at and is not told
/// @param insights those that are worth most first; empty where nothing stands out
public record FeedAnswer(
        long businessId,
        PeriodAnswer period,
        @Nullable ComparisonAnswer comparison,
        long dataVersion,
        @Nullable Instant asOf,
        double rate,
        LeftOut leftOut,
        List<FeedEntry> insights) {
    public FeedAnswer {
        insights = List.copyOf(insights);
    }

    /// @param tested statements that chance alone could have made true
    /// @param byChance of these, how many are not claimed since that many come about by chance
    /// @param contradicting findings that another, better founded one has answered already
    public record LeftOut(int tested, int byChance, int contradicting) {}

    /// In words, those that are worth most first.
    public List<Insight> findings() {
        return insights.stream().map(FeedEntry::insight).toList();
    }

    /// The same without what people have put away.
    public FeedAnswer withoutDismissed() {
        return new FeedAnswer(
                businessId,
                period,
                comparison,
                dataVersion,
                asOf,
                rate,
                leftOut,
                insights.stream()
                        .filter(entry -> entry.state() != FeedEntry.State.DISMISSED)
                        .toList());
    }
}
