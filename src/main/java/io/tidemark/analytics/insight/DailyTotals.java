package io.tidemark.analytics.insight;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Basis;
import io.tidemark.analytics.Comparison;
import io.tidemark.analytics.Granularity;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.PeriodChoice;
import io.tidemark.analytics.Trends;
import io.tidemark.analytics.TrendsAnswer;
import io.tidemark.frame.Frame;
import io.tidemark.metric.Metric;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Activity of every day as the trends have it, so that findings and charts say the same. `NaN` where a day is missing.
final class DailyTotals {
    private final LocalDate first;
    private final Map<Metric, double[]> values = new EnumMap<>(Metric.class);
    private final Map<Metric, boolean[]> provisional = new EnumMap<>(Metric.class);
    private final int days;

    DailyTotals(Frame frame, AnalyticsQuery query, Period period, Set<Metric> metrics, Instant now) {
        first = period.from();
        days = period.days();
        TrendsAnswer trends = Trends.compute(
                frame,
                query.over(new PeriodChoice.Dates(period))
                        .on(Basis.Choice.ACTIVITY)
                        .comparing(Comparison.of(Comparison.Rule.NONE)),
                Granularity.DAY,
                metrics,
                now);
        metrics.forEach(metric -> read(metric, trends.points()));
    }

    private void read(Metric metric, List<TrendsAnswer.Point> points) {
        double[] column = new double[days];
        boolean[] young = new boolean[days];
        for (int day = 0; day < days; day++) {
            TrendsAnswer.Value value = points.get(day).metrics().get(metric.key());
            Double number = value == null ? null : value.value();
            column[day] = number == null ? Double.NaN : number;
            young[day] = value != null && value.provisional();
        }
        values.put(metric, column);
        provisional.put(metric, young);
    }

    double on(Metric metric, LocalDate day) {
        int place = place(day);
        double[] column = values.get(metric);
        return column == null || place < 0 || place >= days ? Double.NaN : column[place];
    }

    boolean isProvisional(Metric metric, LocalDate day) {
        int place = place(day);
        boolean[] young = provisional.get(metric);
        return young != null && place >= 0 && place < days && young[place];
    }

    /// `NaN` unless every day is there.
    double sum(Metric metric, LocalDate from, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += on(metric, from.plusDays(i));
        }
        return sum;
    }

    LocalDate first() {
        return first;
    }

    LocalDate last() {
        return first.plusDays(days - 1L);
    }

    private int place(LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, day));
    }
}
