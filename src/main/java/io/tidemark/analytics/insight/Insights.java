package io.tidemark.analytics.insight;

import io.tidemark.analytics.AgedTotals;
import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Basis;
import io.tidemark.analytics.ComparisonAnswer;
import io.tidemark.analytics.DataExtent;
import io.tidemark.analytics.MetricAnswer;
import io.tidemark.analytics.Overview;
import io.tidemark.analytics.OverviewAnswer;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.PeriodAnswer;
import io.tidemark.analytics.PublishedAnswer;
import io.tidemark.analytics.View;
import io.tidemark.frame.Frame;
import io.tidemark.metric.Metric;
import io.tidemark.metric.StandardAge;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Answers what there is to know about a period: what changed, what is a record, and what the numbers lack.
public final class Insights {
    /// What a business is measured by first: the first of these that it has.
    private static final List<Metric> LEADING = List.of(Metric.IMPRESSIONS, Metric.VIDEO_VIEWS, Metric.REACTIONS);

    /// How far back days are looked at.
    private static final int HISTORY_DAYS = 3 * 366;

    private final Frame frame;
    private final AnalyticsQuery query;
    private final View view;
    private final OverviewAnswer overview;
    private final Period period;
    private final @Nullable DailyTotals days;

    private Insights(Frame frame, AnalyticsQuery query, Instant now) {
        this.frame = frame;
        this.query = query;
        view = new View(frame, query.filters(), now);
        overview = Overview.compute(frame, query, now);
        period = new Period(overview.period().from(), overview.period().to());
        days = days(now);
    }

    /// What was found, and the period that was looked at.
    ///
    /// @param comparison null where nothing is compared
    /// @param leading what the business is measured by first; null where it has none of that
    public record Found(
            PeriodAnswer period,
            @Nullable ComparisonAnswer comparison,
            @Nullable Metric leading,
            List<Finding> findings) {
        public Found {
            findings = List.copyOf(findings);
        }
    }

    /// @param now the present; a frame as of an instant is answered as of that instant
    public static Found find(Frame frame, AnalyticsQuery query, Instant now) {
        Insights insights = new Insights(frame, query, now);
        return new Found(
                insights.overview.period(),
                insights.overview.comparison(),
                insights.leading().orElse(null),
                insights.all());
    }

    private @Nullable DailyTotals days(Instant now) {
        DataExtent extent = overview.dataExtent();
        if (extent == null
                || overview.period().basis() != Basis.ACTIVITY
                || extent.from().isAfter(period.to())) {
            return null;
        }
        LocalDate earliest = period.to().minusDays(HISTORY_DAYS - 1L);
        LocalDate from = extent.from().isBefore(earliest) ? earliest : extent.from();
        Set<Metric> wanted = EnumSet.copyOf(LEADING);
        Arrays.stream(Metric.values())
                .filter(metric -> metric.kind().adds() && hasValue(metric))
                .forEach(wanted::add);
        return new DailyTotals(frame, query, new Period(from, period.to()), wanted, now);
    }

    private List<Finding> all() {
        List<Insight> facts = new ArrayList<>(new Reporting(view, period).stopped());
        DataExtent extent = overview.dataExtent();
        if (extent != null && !extent.from().isAfter(period.to())) {
            facts.addAll(new PostRecords(view, query, period, new Period(extent.from(), period.to())).all());
        }
        leading().ifPresent(metric -> addAbout(metric, facts));
        List<Finding> found = new ArrayList<>();
        compared().ifPresent(compared -> found.addAll(new Changes(overview, compared, view.now()).all()));
        facts.stream().map(Finding.Fact::new).forEach(found::add);
        return found;
    }

    private void addAbout(Metric metric, List<Insight> facts) {
        if (days != null) {
            RecordFinder records = new RecordFinder(days, period, frame.weekStart(), view.now());
            records.day(metric).ifPresent(facts::add);
            records.week(metric).ifPresent(facts::add);
        }
        Reservations reservations = new Reservations(overview, view.now());
        reservations.lowCoverage(metric).ifPresent(facts::add);
        reservations.provisionalDays(metric, days).ifPresent(facts::add);
    }

    private Optional<Metric> leading() {
        return LEADING.stream().filter(this::hasValue).findFirst();
    }

    private boolean hasValue(Metric metric) {
        MetricAnswer answer = overview.metrics().get(metric.key());
        return answer != null && answer.value() != null;
    }

    /// Activity compares by settled days, published posts only at equal age.
    private Optional<Changes.Compared> compared() {
        ComparisonAnswer comparison = overview.comparison();
        if (comparison == null) {
            return Optional.empty();
        }
        return Optional.of(overview.period().basis() == Basis.ACTIVITY ? byDays(comparison) : atEqualAge(comparison));
    }

    private Changes.Compared byDays(ComparisonAnswer comparison) {
        DailyTotals totals = days;
        Integer length = comparison.previousDays();
        boolean alike = totals != null && isAdjacent(comparison) && Objects.equals(length, comparison.days());
        return new Changes.Compared(
                overview.metrics(),
                null,
                comparison.from(),
                alike && length != null ? length : 0,
                totals == null ? (metric, from, count) -> Double.NaN : totals::sum);
    }

    private Changes.Compared atEqualAge(ComparisonAnswer comparison) {
        PublishedAnswer.EqualAge equal = overview.published().equalAge();
        Period previous = new Period(comparison.from(), comparison.to());
        int length = isAdjacent(comparison) && previous.days() == period.days() ? period.days() : 0;
        Optional<StandardAge> age = Optional.ofNullable(equal.ageHours()).flatMap(StandardAge::ofHours);
        return new Changes.Compared(
                equal.metrics(),
                age.orElse(null),
                previous.from(),
                length,
                age.<Changes.Totals>map(one -> new AgedTotals(frame, query, one, view.now())::sum)
                        .orElse((metric, from, count) -> Double.NaN));
    }

    private boolean isAdjacent(ComparisonAnswer comparison) {
        return comparison.to().plusDays(1).equals(period.from());
    }
}
