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
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// For how long posts live: of each account, of the content type that most is known of. It is an estimate with its
/// interval, and compares nothing, so chance has no claim to make here.
final class HalfLifeSource implements Source {
    private static final double HOURS_OF_DAY = 24;

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
        String type = row.contentType().key();
        String half = span(evidence.value());
        return new Insight(
                InsightType.HALF_LIFE,
                "Half of a post's engagement comes within %s".formatted(half),
                String.format(
                        Locale.ROOT,
                        "Half of what %s posts of %s (%s) get comes within %s (90 %% interval %s to %s); %s is usual on %s.",
                        type,
                        account.platform().title(),
                        account.name(),
                        half,
                        span(evidence.lo()),
                        span(evidence.hi()),
                        span(row.usualHours()),
                        account.platform().title()),
                "engagement",
                new AccountName(account.id(), account.platform(), account.handle(), account.name()),
                type,
                null,
                null,
                evidence);
    }

    private static String span(@Nullable Double hours) {
        if (hours == null) {
            throw new IllegalArgumentException("A half-life that is known has an interval.");
        }
        return hours < 2 * HOURS_OF_DAY ? "%.0f h".formatted(hours) : "%.0f days".formatted(hours / HOURS_OF_DAY);
    }
}
