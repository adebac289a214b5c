package io.tidemark.serve.analytics;

import io.tidemark.analytics.ComparisonAnswer;
import io.tidemark.analytics.PeriodAnswer;
import io.tidemark.analytics.insight.AccountName;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.Insight;
import io.tidemark.analytics.insight.InsightType;
import io.tidemark.analytics.insight.feed.FeedAnswer;
import io.tidemark.analytics.insight.feed.FeedEntry;
import io.tidemark.analytics.insight.feed.Remembered;
import io.tidemark.analytics.insight.feed.Worth;
import io.tidemark.words.Said;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A feed as it is written: each finding flat, its evidence whole.
public record InsightsView(
        long businessId,
        PeriodAnswer period,
        @Nullable ComparisonAnswer comparison,
        long dataVersion,
        @Nullable Instant asOf,
        double rate,
        FeedAnswer.LeftOut leftOut,
        List<Entry> insights) {
    public static InsightsView of(FeedAnswer answer) {
        return new InsightsView(
                answer.businessId(),
                answer.period(),
                answer.comparison(),
                answer.dataVersion(),
                answer.asOf(),
                answer.rate(),
                answer.leftOut(),
                answer.insights().stream().map(Entry::of).toList());
    }

    /// A finding.
    public record Entry(
            String id,
            InsightType type,
            Said title,
            Said text,
            @Nullable String metric,
            @Nullable AccountName account,
            @Nullable String subject,
            @Nullable LocalDate date,
            @Nullable Long post,
            Evidence evidence,
            boolean claim,
            Worth worth,
            @Nullable Instant openedAt,
            @Nullable Instant changedAt,
            FeedEntry.@Nullable State state,
            Remembered.@Nullable Dismissal dismissed) {
        static Entry of(FeedEntry entry) {
            Insight insight = entry.insight();
            return new Entry(
                    entry.id(),
                    insight.type(),
                    insight.title(),
                    insight.text(),
                    insight.metric(),
                    insight.account(),
                    insight.subject(),
                    insight.date(),
                    insight.post(),
                    insight.evidence(),
                    entry.claim(),
                    entry.worth(),
                    entry.openedAt(),
                    entry.changedAt(),
                    entry.state(),
                    entry.dismissed());
        }
    }
}
