package io.tidemark.analytics.insight;

import io.tidemark.words.Said;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A finding in words, with what it is about and what it rests on.
///
/// @param metric key of the metric, null where it is about none
/// @param account null where it is about all accounts in view
/// @param subject what else it is about, such as a content type or a hashtag; null where there is nothing else
/// @param date the day, or the first day, that it is about
/// @param post id of the post that it is about
public record Insight(
        InsightType type,
        Said title,
        Said text,
        @Nullable String metric,
        @Nullable AccountName account,
        @Nullable String subject,
        @Nullable LocalDate date,
        @Nullable Long post,
        Evidence evidence) {
    public Insight(
            InsightType type,
            Said title,
            Said text,
            @Nullable String metric,
            @Nullable AccountName account,
            @Nullable LocalDate date,
            @Nullable Long post,
            Evidence evidence) {
        this(type, title, text, metric, account, null, date, post, evidence);
    }
}
