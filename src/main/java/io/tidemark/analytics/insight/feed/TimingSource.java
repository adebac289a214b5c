package io.tidemark.analytics.insight.feed;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.insight.AccountName;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.Finding;
import io.tidemark.analytics.insight.Insight;
import io.tidemark.analytics.insight.InsightType;
import io.tidemark.analytics.insight.timing.BestTimes;
import io.tidemark.analytics.insight.timing.BestTimesAnswer;
import io.tidemark.analytics.insight.timing.BestTimesQuestion;
import io.tidemark.analytics.insight.timing.TimeEffect;
import io.tidemark.analytics.insight.timing.TimingConclusion;
import io.tidemark.frame.Frame;
import io.tidemark.metric.Metric;
import io.tidemark.words.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When to post, for the account with most posts.
final class TimingSource implements Source {
    private static final Sentence ALIKE = Sentence.of("times_alike_title", "Posting times cannot be told apart yet");
    private static final Sentence BEST = Sentence.of("best_time_title", "A time that brings more");

    @Override
    public Stream<Finding> find(Frame frame, AnalyticsQuery query, @Nullable Metric leading, Instant now) {
        if (query.filters().accountIds().size() > 1) {
            return Stream.empty();
        }
        BestTimesAnswer times = BestTimes.compute(frame, query, BestTimesQuestion.DEFAULT, now);
        AccountName account = times.account();
        TimingConclusion conclusion = times.conclusion();
        Evidence evidence = conclusion.evidence();
        boolean claims = evidence.status() == EvidenceStatus.OK || evidence.status() == EvidenceStatus.WEAK;
        boolean undecided = conclusion.reasonCode().equals("no_clear_difference");
        if (account == null || !(claims || undecided)) {
            return Stream.empty();
        }
        Insight alike = insight(InsightType.TIMES_ALIKE, ALIKE, conclusion, account, evidence);
        Insight best = insight(InsightType.BEST_TIME, BEST, conclusion, account, evidence);
        return Stream.of(
                claims
                        ? new Finding.Claim(chance(times.slots()), best, null)
                        : new Finding.Claim(chance(times.slots()), null, alike));
    }

    /// That any slot is so good or so poor where none differs (Simes, 1986): of m slots the smallest m p / i, with p
    /// twice the chance of the other sign, and i its place in their order.
    private static double chance(List<TimeEffect> slots) {
        double[] p = slots.stream()
                .map(TimeEffect::probability)
                .filter(Objects::nonNull)
                .mapToDouble(above -> 2 * Math.min(above, 1 - above))
                .sorted()
                .toArray();
        double smallest = 1;
        for (int i = 0; i < p.length; i++) {
            smallest = Math.min(smallest, p[i] * p.length / (i + 1));
        }
        return smallest;
    }

    private static Insight insight(
            InsightType type, Sentence title, TimingConclusion conclusion, AccountName account, Evidence evidence) {
        return new Insight(type, title.said(), conclusion.text(), "engagement", account, null, null, evidence);
    }
}
