package io.tidemark.analytics.insight.trend;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Basis;
import io.tidemark.analytics.Comparison;
import io.tidemark.analytics.Coverage;
import io.tidemark.analytics.Granularity;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.PeriodChoice;
import io.tidemark.analytics.Status;
import io.tidemark.analytics.Trends;
import io.tidemark.analytics.TrendsAnswer;
import io.tidemark.analytics.TrendsRequest;
import io.tidemark.analytics.View;
import io.tidemark.metric.Metric;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The activity of every day as the trends have it, and which days are fit to be judged: those that are
/// over, that the platforms will not revise any more, and of which no account that matters is missing.
final class DailySeries {
    /// Of what is usual, as much may be missing from a day.
    private static final double MAY_LACK = 0.05;

    private final Period window;
    private final double[] values;
    private final boolean[] provisional;
    private final boolean[] fit;
    private final List<AccountDays> accounts;
    private final boolean provided;
    private final int firstFit;
    private final int endFit;

    DailySeries(View view, AnalyticsQuery query, Period window, TrendMetric metric) {
        this.window = window;
        Metric one = metric.metric();
        Set<Metric> metrics = one == null ? Set.of() : EnumSet.of(one);
        TrendsRequest wanted =
                new TrendsRequest(Granularity.DAY, metrics, one == null, false, TrendsRequest.Split.ACCOUNT, null);
        TrendsAnswer trends = Trends.compute(
                view.frame(),
                query.over(new PeriodChoice.Dates(window))
                        .on(Basis.Choice.ACTIVITY)
                        .comparing(Comparison.of(Comparison.Rule.NONE)),
                wanted,
                view.now());
        values = values(trends.points(), metric);
        provisional = new boolean[values.length];
        accounts = accounts(trends, metric);
        fit = new boolean[values.length];
        boolean any = false;
        int first = values.length;
        int end = 0;
        for (int day = 0; day < values.length; day++) {
            TrendsAnswer.Value value = value(trends.points().get(day), metric);
            provisional[day] = value.provisional();
            any |= value.status() != Status.NOT_PROVIDED;
            fit[day] = !Double.isNaN(values[day])
                    && !value.provisional()
                    && date(day).isBefore(view.today())
                    && isWhole(day);
            if (fit[day]) {
                first = Math.min(first, day);
                end = day + 1;
            }
        }
        provided = any;
        firstFit = first;
        endFit = end;
    }

    private static TrendsAnswer.Value value(TrendsAnswer.Point point, TrendMetric metric) {
        TrendsAnswer.Value value = point.metrics().get(metric.key());
        return value == null ? new TrendsAnswer.Value(null, Status.NOT_COLLECTED, false, false, false) : value;
    }

    private static double[] values(List<TrendsAnswer.Point> points, TrendMetric metric) {
        return points.stream()
                .mapToDouble(point -> {
                    Double value = value(point, metric).value();
                    return value == null ? Double.NaN : value;
                })
                .toArray();
    }

    private static List<AccountDays> accounts(TrendsAnswer trends, TrendMetric metric) {
        List<AccountDays> accounts = new ArrayList<>();
        for (TrendsAnswer.Series series : trends.series()) {
            TrendsAnswer.Account account = series.account();
            double[] values = values(series.points(), metric);
            if (account != null && Known.count(values) > 0) {
                accounts.add(new AccountDays(account.name(), series.platform(), values));
            }
        }
        return accounts;
    }

    /// Whether the accounts that report a day bring nearly all that is usual of those that should.
    private boolean isWhole(int day) {
        double usual = 0;
        double lacking = 0;
        for (AccountDays account : accounts) {
            if (account.isExpected(day)) {
                usual += account.usual();
                lacking += account.isKnown(day) ? 0 : account.usual();
            }
        }
        return lacking <= MAY_LACK * usual;
    }

    LocalDate date(int day) {
        return window.from().plusDays(day);
    }

    int days() {
        return values.length;
    }

    /// `NaN` where nobody reported the day.
    double value(int day) {
        return values[day];
    }

    boolean isProvisional(int day) {
        return provisional[day];
    }

    /// Whether any platform in view has the number at all.
    boolean isProvided() {
        return provided;
    }

    /// The accounts that report any day.
    List<AccountDays> accounts() {
        return accounts;
    }

    /// The first day fit to be judged; the number of days where there is none.
    int firstFit() {
        return firstFit;
    }

    /// The day after the last one that is fit to be judged; 0 where there is none.
    int endFit() {
        return endFit;
    }

    /// From the first to the last day fit to be judged; `NaN` for those that are not.
    double[] judged() {
        return IntStream.range(firstFit, Math.max(firstFit, endFit))
                .mapToDouble(day -> fit[day] ? values[day] : Double.NaN)
                .toArray();
    }

    /// The share of the known days that may still be revised.
    double provisionalShare() {
        long known = IntStream.range(0, values.length)
                .filter(day -> !Double.isNaN(values[day]))
                .count();
        long young = IntStream.range(0, values.length)
                .filter(day -> provisional[day])
                .count();
        return known == 0 ? 0 : (double) young / known;
    }

    /// Of the days of accounts from their first to their last known one, those that are known.
    Coverage coverage() {
        int known = 0;
        int all = 0;
        for (AccountDays account : accounts) {
            known += account.known();
            all += account.expected();
        }
        return new Coverage(Coverage.Unit.ACCOUNT_DAY, known, all, all);
    }
}
