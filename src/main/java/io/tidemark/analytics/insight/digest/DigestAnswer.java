package io.tidemark.analytics.insight.digest;

import io.tidemark.analytics.ChangeStatus;
import io.tidemark.analytics.ComparisonAnswer;
import io.tidemark.analytics.Coverage;
import io.tidemark.analytics.FollowersAnswer;
import io.tidemark.analytics.MetricAnswer;
import io.tidemark.analytics.PeriodAnswer;
import io.tidemark.analytics.PublishedAnswer;
import io.tidemark.analytics.Status;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.feed.FeedEntry;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import io.tidemark.words.Said;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What there is to say about a whole week.
///
/// @param demo whether the numbers are those of a demonstration
/// @param comparison null where nothing is compared
/// @param numbers the main numbers that the business has
/// @param rate the share of claims among the findings that is expected to be wrong, at most
/// @param findings those that are worth most first, what the data lack left out
/// @param best at most three posts of the week, fairly ranked
/// @param missing what the numbers lack, in sentences
public record DigestAnswer(
        long businessId,
        String business,
        boolean demo,
        PeriodAnswer week,
        @Nullable ComparisonAnswer comparison,
        long dataVersion,
        State state,
        List<MainNumber> numbers,
        FollowersAnswer followers,
        PublishedAnswer.Posts published,
        double rate,
        List<FeedEntry> findings,
        List<BestPost> best,
        List<Said> missing) {
    public DigestAnswer {
        numbers = List.copyOf(numbers);
        findings = List.copyOf(findings);
        best = List.copyOf(best);
        missing = List.copyOf(missing);
    }

    public enum State {
        /// Something stands out.
        EVENTFUL,
        /// Numbers are there, and nothing stands out.
        CALM,
        /// Nothing was reported, so that nothing can be said.
        NO_DATA
    }

    /// A main number beside that of the week before.
    ///
    /// @param value null where it is missing
    /// @param compared what of it can be compared: the days that will not be revised
    public record MainNumber(
            String key,
            String name,
            @Nullable Double value,
            @Nullable Double compared,
            @Nullable Double previous,
            @Nullable Double change,
            @Nullable Double changeRatio,
            ChangeStatus changeStatus,
            Coverage coverage,
            Status status,
            boolean provisional) {
        static MainNumber of(String key, String name, MetricAnswer answer) {
            return new MainNumber(
                    key,
                    name,
                    answer.value(),
                    answer.compared(),
                    answer.previous(),
                    answer.change(),
                    answer.changeRatio(),
                    answer.changeStatus(),
                    answer.coverage(),
                    answer.status(),
                    answer.provisional());
        }
    }

    /// A post that did well.
    ///
    /// @param rank posts of the same score share one
    /// @param score the engagement rate that is to be expected of it in the long run
    /// @param raw its engagement rate as it is
    public record BestPost(
            int rank,
            long post,
            Platform platform,
            String account,
            ContentType contentType,
            Instant publishedAt,
            double score,
            double raw,
            Evidence evidence) {}
}
