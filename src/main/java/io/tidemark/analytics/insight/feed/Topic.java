package io.tidemark.analytics.insight.feed;

import io.tidemark.analytics.insight.AccountName;
import io.tidemark.analytics.insight.Insight;
import org.jspecify.annotations.Nullable;

/// What a finding is about, whatever it says: a question, and the metric, account and subject that it is asked of. All
/// findings of a feed are about the same days.
record Topic(
        Question question,
        @Nullable String metric,
        @Nullable Long account,
        @Nullable String subject) {
    static Topic of(Insight insight) {
        AccountName account = insight.account();
        return new Topic(
                Nature.of(insight.type()).question(),
                insight.metric(),
                account == null ? null : account.id(),
                insight.subject());
    }
}
