package io.tidemark.analytics.insight.feed;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.AccountName;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.Finding;
import io.tidemark.analytics.insight.Insight;
import io.tidemark.analytics.insight.InsightType;
import io.tidemark.analytics.insight.performance.HalfLives;
import io.tidemark.analytics.insight.performance.HalfLivesAnswer;
import io.tidemark.frame.Frame;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Growing;
import io.tidemark.metric.Metric;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// For how long posts live: of each account, of the content type that most is known of. It is an estimate with its
/// interval, and compares nothing, so chance has no claim to make here.
final class HalfLifeSource implements Source {
    private static final Sentence TITLE =
            Sentence.of("half_life_title", "Half of a post's engagement comes within {half}");
    private static final Sentence TEXT = Sentence.of(
            "half_life",
            "Half of what {type} posts of {platform} ({account}) get comes within {half} (90% interval {lo} to {hi});"
                    + " {usual} is usual on {platform}.");

    @Override
    public Stream<Finding> find(Frame frame, AnalyticsQuery query, @Nullable Metric leading, Instant now) {
        Set<Long> told = new HashSet<>();
        // Those with the most posts come first.
        return HalfLives.of(new View(frame, query.filters(), now), Growing.ENGAGEMENT).rows().stream()
                .filter(row -> row.evidence().status() == EvidenceStatus.OK)
                .filter(row -> row.contentType() != ContentType.UNKNOWN)
                .filter(row -> told.add(row.account().id()))
                .map(row -> new Finding.Fact(insight(row)));
    }

    private static Insight insight(HalfLivesAnswer.Row row) {
        Evidence evidence = row.evidence();
        HalfLivesAnswer.Account account = row.account();
        Value half = span(evidence.value());
        return new Insight(
                InsightType.HALF_LIFE,
                TITLE.said(Map.of("half", half)),
                TEXT.said(Map.of(
                        "type", Value.contentType(row.contentType()),
                        "platform", Value.platform(account.platform()),
                        "account", Value.name(account.name()),
                        "half", half,
                        "lo", span(evidence.lo()),
                        "hi", span(evidence.hi()),
                        "usual", span(row.usualHours()))),
                "engagement",
                new AccountName(account.id(), account.platform(), account.handle(), account.name()),
                row.contentType().key(),
                null,
                null,
                evidence);
    }

    private static Value span(@Nullable Double hours) {
        if (hours == null) {
            throw new IllegalArgumentException("A half-life that is known has an interval.");
        }
        return Value.span(hours);
    }
}
