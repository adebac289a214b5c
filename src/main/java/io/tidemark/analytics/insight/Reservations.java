package io.tidemark.analytics.insight;

import io.tidemark.analytics.MetricAnswer;
import io.tidemark.analytics.OverviewAnswer;
import io.tidemark.analytics.Status;
import io.tidemark.metric.Metric;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says where the numbers of a period are thin, or not final.
final class Reservations {
    private static final String METHOD = "coverage/1";

    private static final Sentence LOW_TITLE = Sentence.of("low_coverage_title", "{metric} are reported in part only");
    private static final Sentence LOW = Sentence.of(
            "low_coverage",
            "{metric}: {reporting} of {expected} items that should report them do; totals and changes rest on these.");
    private static final Sentence YOUNG_TITLE =
            Sentence.counting("provisional_days_title", "One day may still change", "{n} days may still change");
    private static final Sentence YOUNG = Sentence.counting(
            "provisional_days",
            "From {first} on, a day may still be revised by the platforms.",
            "From {first} on, {n} days may still be revised by the platforms.");

    private final OverviewAnswer overview;
    private final Instant now;

    Reservations(OverviewAnswer overview, Instant now) {
        this.overview = overview;
        this.now = now;
    }

    Optional<Insight> lowCoverage(Metric metric) {
        MetricAnswer answer = overview.metrics().get(metric.key());
        if (answer == null || answer.status() != Status.WEAK) {
            return Optional.empty();
        }
        int reporting = answer.coverage().reporting();
        int expected = answer.coverage().expected();
        Value name = Value.metric(metric);
        Said title = LOW_TITLE.said(Map.of("metric", name));
        Said text = LOW.said(
                Map.of("metric", name, "reporting", Value.count(reporting), "expected", Value.count(expected)));
        return Optional.of(
                insight(InsightType.LOW_COVERAGE, title, text, metric, null, (double) reporting / expected, 0, answer));
    }

    /// @param days of the period, null where there is no activity by day
    Optional<Insight> provisionalDays(Metric metric, @Nullable DailyTotals days) {
        MetricAnswer answer = overview.metrics().get(metric.key());
        if (days == null || answer == null || answer.value() == null) {
            return Optional.empty();
        }
        LocalDate first = null;
        int young = 0;
        int all = 0;
        LocalDate day = overview.period().from();
        for (; !day.isAfter(overview.period().to()); day = day.plusDays(1)) {
            all++;
            if (days.isProvisional(metric, day)) {
                first = first == null ? day : first;
                young++;
            }
        }
        if (first == null) {
            return Optional.empty();
        }
        Said title = YOUNG_TITLE.said(Map.of("n", Value.count(young)));
        Said text = YOUNG.said(Map.of("first", Value.day(first), "n", Value.count(young)));
        return Optional.of(
                insight(InsightType.PROVISIONAL_DAYS, title, text, metric, first, young, (double) young / all, answer));
    }

    private Insight insight(
            InsightType type,
            Said title,
            Said text,
            Metric metric,
            @Nullable LocalDate date,
            double value,
            double provisionalShare,
            MetricAnswer answer) {
        boolean provisional = type == InsightType.PROVISIONAL_DAYS;
        return new Insight(
                type,
                title,
                text,
                metric.key(),
                null,
                date,
                null,
                new Evidence(
                        value,
                        null,
                        null,
                        null,
                        answer.coverage().items(),
                        null,
                        answer.coverage(),
                        provisionalShare,
                        now,
                        METHOD,
                        provisional ? EvidenceStatus.PROVISIONAL : EvidenceStatus.WEAK,
                        provisional ? "may_be_revised" : "low_coverage"));
    }
}
