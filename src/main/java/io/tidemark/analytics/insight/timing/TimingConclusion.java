package io.tidemark.analytics.insight.timing;

import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.words.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an account's posting times come to.
///
/// @param text the conclusion in a sentence or two
/// @param best the time with the highest expected lift: a recommendation only where the status is ok, else a guess;
/// with too few
///     posts a guess of the siblings alone
/// @param good the times that are better than the account's own mix
/// @param worthTesting a time that is hardly used and could be the best
/// @param postsToSettle about how many posts at each of two times would settle a difference of a fifth; null where the
///     status is ok, or nothing is known of how posts vary
/// @param test two times to test; null where too little is known to propose any
/// @param siblings how many accounts of the same platform told what to expect; 0 where there are too few
public record TimingConclusion(
        EvidenceStatus status,
        String reasonCode,
        Said text,
        @Nullable Window best,
        List<Time> good,
        @Nullable Time worthTesting,
        @Nullable Integer postsToSettle,
        @Nullable TimingProposal test,
        int siblings,
        Evidence evidence) {
    public TimingConclusion {
        good = List.copyOf(good);
    }

    /// An hour of a weekday.
    public record Time(int weekday, int hour) {}

    /// Hours of a weekday that are as good as one another.
    ///
    /// @param fromHour the first of them
    /// @param toHour the hour at which they end, up to 24
    public record Window(
            int weekday, int fromHour, int toHour, double lift, List<Double> interval, double probability) {}
}
