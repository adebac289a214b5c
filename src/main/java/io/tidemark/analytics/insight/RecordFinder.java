package io.tidemark.analytics.insight;

import io.tidemark.analytics.Coverage;
import io.tidemark.analytics.Period;
import io.tidemark.metric.Metric;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;

/// Finds days and weeks of a period that beat all that came before.
final class RecordFinder {
    static final String METHOD = "record/1";

    private static final Sentence DAY_TITLE = Sentence.of("record_day_title", "Best day yet");
    private static final Sentence DAY = Sentence.of(
            "record_day",
            "{day} had more {metric} ({value}) than any of the {others} other days on record since {since}.");
    private static final Sentence WEEK_TITLE = Sentence.of("record_week_title", "Best week yet");
    private static final Sentence WEEK = Sentence.of(
            "record_week",
            "The week from {day} had more {metric} ({value}) than any of the {others} other weeks on record since"
                    + " {since}.");

    private static final int FEWEST_DAYS = 56;
    private static final int FEWEST_WEEKS = 8;

    private final DailyTotals totals;
    private final Period period;
    private final DayOfWeek weekStart;
    private final Instant now;

    RecordFinder(DailyTotals totals, Period period, DayOfWeek weekStart, Instant now) {
        this.totals = totals;
        this.period = period;
        this.weekStart = weekStart;
        this.now = now;
    }

    Optional<Insight> day(Metric metric) {
        return best(metric, totals.first(), 1, FEWEST_DAYS, InsightType.RECORD_DAY);
    }

    /// Whole weeks of the business only.
    Optional<Insight> week(Metric metric) {
        LocalDate first = totals.first().with(TemporalAdjusters.nextOrSame(weekStart));
        return best(metric, first, 7, FEWEST_WEEKS, InsightType.RECORD_WEEK);
    }

    /// The stretch with the largest sum, if it lies in the period and enough came before.
    private Optional<Insight> best(Metric metric, LocalDate first, int length, int fewest, InsightType type) {
        LocalDate best = null;
        double most = 0;
        int known = 0;
        int before = 0;
        boolean alone = false;
        LocalDate from = first;
        for (; !from.plusDays(length - 1L).isAfter(totals.last()); from = from.plusDays(length)) {
            double sum = totals.sum(metric, from, length);
            if (Double.isNaN(sum)) {
                continue;
            }
            known++;
            before += from.isBefore(period.from()) ? 1 : 0;
            if (sum >= most) {
                alone = sum > most;
                most = sum;
                best = from;
            }
        }
        if (best == null || !alone || before < fewest) {
            return Optional.empty();
        }
        boolean inPeriod =
                !best.isBefore(period.from()) && !best.plusDays(length - 1L).isAfter(period.to());
        return inPeriod ? Optional.of(insight(type, metric, best, length, most, known)) : Optional.empty();
    }

    private Insight insight(InsightType type, Metric metric, LocalDate from, int length, double most, int known) {
        boolean provisional = false;
        for (int i = 0; i < length; i++) {
            provisional |= totals.isProvisional(metric, from.plusDays(i));
        }
        boolean day = type == InsightType.RECORD_DAY;
        return new Insight(
                type,
                (day ? DAY_TITLE : WEEK_TITLE).said(),
                (day ? DAY : WEEK)
                        .said(Map.of(
                                "day", Value.day(from),
                                "metric", Value.metric(metric),
                                "value", Value.count(most),
                                "others", Value.count(known - 1),
                                "since", Value.day(totals.first()))),
                metric.key(),
                null,
                from,
                null,
                new Evidence(
                        most,
                        null,
                        null,
                        null,
                        known,
                        null,
                        coverage(known * length),
                        provisional ? 1 : 0,
                        now,
                        METHOD,
                        provisional ? EvidenceStatus.PROVISIONAL : EvidenceStatus.OK,
                        provisional ? "may_be_revised" : "ok"));
    }

    /// Of all days on record, those that are known.
    private Coverage coverage(int known) {
        int all = Math.toIntExact(totals.first().until(totals.last(), ChronoUnit.DAYS) + 1);
        return new Coverage(Coverage.Unit.ACCOUNT_DAY, known, all, all);
    }
}
