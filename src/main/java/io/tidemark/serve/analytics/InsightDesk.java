package io.tidemark.serve.analytics;

import io.tidemark.analytics.insight.feed.Feed;
import io.tidemark.analytics.insight.feed.FeedAnswer;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.User;

/// Findings as people follow them from day to day.
public interface InsightDesk {
    /// The feed of a business's usual question, with what is known of its findings from before.
    FeedAnswer answer(Business business, Feed feed);

    /// Puts a finding away for everybody in the business, until it has become another one.
    ///
    /// @return false where none of that name is open
    boolean dismiss(Business business, String insight, User by);

    /// Takes back that a finding was put away.
    ///
    /// @return false where none of that name is open
    boolean restore(Business business, String insight);
}
