package io.tidemark.analytics.insight.feed;

import io.tidemark.analytics.Coverage;
import io.tidemark.analytics.insight.AccountName;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.Insight;
import io.tidemark.analytics.insight.InsightType;
import io.tidemark.metric.Platform;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Findings as methods make them.
final class Findings {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static final Sentence WORDS = Sentence.of("words", "{words}");

    private Findings() {}

    /// A change with an interval that is as wide on both sides.
    static Insight change(String metric, double value, double within) {
        return of(InsightType.CHANGE, metric, null, value, within, EvidenceStatus.OK);
    }

    static Insight undecided(String metric, double value) {
        return of(InsightType.WITHIN_VARIATION, metric, null, value, 1.0, EvidenceStatus.NOT_ENOUGH_DATA);
    }

    static Insight record(LocalDate day, double value) {
        return new Insight(
                InsightType.RECORD_DAY,
                said("Best day yet"),
                said("Best day yet: " + day),
                "impressions",
                null,
                day,
                null,
                evidence(value, null, EvidenceStatus.OK));
    }

    static Insight of(
            InsightType type,
            String metric,
            @Nullable Long account,
            double value,
            @Nullable Double within,
            EvidenceStatus status) {
        return new Insight(
                type,
                said(metric + " " + value),
                said(metric + " " + value),
                metric,
                account == null ? null : new AccountName(account, Platform.X, "a" + account, "A"),
                LocalDate.parse("2026-10-23"),
                null,
                evidence(value, within, status));
    }

    private static Said said(String words) {
        return WORDS.said(Map.of("words", Value.name(words)));
    }

    private static Evidence evidence(double value, @Nullable Double within, EvidenceStatus status) {
        return new Evidence(
                value,
                within == null ? null : value - within,
                within == null ? null : value + within,
                within == null ? null : 0.9,
                11,
                null,
                new Coverage(Coverage.Unit.POST, 5, 5, 5),
                0,
                NOW,
                "m/1",
                status,
                status == EvidenceStatus.OK ? "ok" : "reason");
    }
}
