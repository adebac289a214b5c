package io.tidemark.analytics.insight.timing;

/// Two times whose test would settle most: the best guess, and the time that is hardly used and could be better, or
/// else the one used most.
///
/// @param difference the least that the test should see, as a share
/// @param postsPerTime that this takes at each time
/// @param noise variance of posts around what explains them, on the logarithm
/// @param postsPerWeek how often the account posts, over the weeks in which it did
public record TimingProposal(
        PostingTime first,
        PostingTime second,
        double difference,
        int postsPerTime,
        double noise,
        double postsPerWeek) {}
