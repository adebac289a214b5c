package io.tidemark.analytics.insight;

import io.tidemark.analytics.Coverage;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.View;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.metric.Metric;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/// Finds accounts that used to report every day and have stopped.
final class Reporting {
    private static final String METHOD = "stopped_reporting/1";
    private static final int USUAL_WITHIN = 28;
    private static final int FEWEST_DAYS = 14;
    private static final int PATIENCE = 3;
    /// What stopped long before the period is no news.
    private static final int NEWS_DAYS = 60;

    private static final Sentence TITLE = Sentence.of("stopped_reporting_title", "{platform} has stopped reporting");
    private static final Sentence TEXT = Sentence.of(
            "stopped_reporting",
            "{platform} ({account}) has reported nothing for the {missing} days after {last}; before, it reported"
                    + " {reported} of {usual} days.");

    private static final Metric[] METRICS = Metric.values();

    private final View view;
    private final Period period;

    Reporting(View view, Period period) {
        this.view = view;
        this.period = period;
    }

    List<Insight> stopped() {
        List<NavigableSet<LocalDate>> reported = new ArrayList<>();
        for (int account = 0; account < view.accountCount(); account++) {
            reported.add(new TreeSet<>());
        }
        DayFrame days = view.days();
        int first = days.firstRowFrom(Math.toIntExact(
                period.from().minusDays(NEWS_DAYS + (long) USUAL_WITHIN).toEpochDay()));
        int end = days.firstRowFrom(Math.toIntExact(period.to().toEpochDay()) + 1);
        for (int row = first; row < end; row++) {
            if (view.has(days.account(row)) && hasActivity(days, row)) {
                reported.get(days.account(row)).add(LocalDate.ofEpochDay(days.day(row)));
            }
        }
        List<Insight> stopped = new ArrayList<>();
        for (int account = 0; account < reported.size(); account++) {
            addIfStopped(account, reported.get(account), stopped);
        }
        return stopped;
    }

    private static boolean hasActivity(DayFrame days, int row) {
        for (Metric metric : METRICS) {
            if (metric.ofPosts() && !Double.isNaN(days.value(row, metric))) {
                return true;
            }
        }
        return false;
    }

    private void addIfStopped(int account, NavigableSet<LocalDate> reported, List<Insight> stopped) {
        if (reported.isEmpty()) {
            return;
        }
        LocalDate last = reported.last();
        LocalDate yesterday = view.today().minusDays(1);
        LocalDate end = period.to().isBefore(yesterday) ? period.to() : yesterday;
        int patience = view.platform(account).settleDays() + PATIENCE;
        int usual = reported.tailSet(last.minusDays(USUAL_WITHIN - 1L)).size();
        boolean recent = !last.isBefore(period.from().minusDays(NEWS_DAYS));
        if (usual >= FEWEST_DAYS && recent && last.plusDays(patience).isBefore(end)) {
            stopped.add(insight(account, last, end, usual));
        }
    }

    private Insight insight(int account, LocalDate last, LocalDate end, int usual) {
        FrameAccount of = view.frame().accounts().get(account);
        int missing = Math.toIntExact(ChronoUnit.DAYS.between(last, end));
        Value platform = Value.platform(of.platform());
        return new Insight(
                InsightType.STOPPED_REPORTING,
                TITLE.said(Map.of("platform", platform)),
                TEXT.said(Map.of(
                        "platform", platform,
                        "account", Value.name(of.name()),
                        "missing", Value.count(missing),
                        "last", Value.day(last),
                        "reported", Value.count(usual),
                        "usual", Value.count(USUAL_WITHIN))),
                null,
                AccountName.of(of),
                last.plusDays(1),
                null,
                new Evidence(
                        (double) missing,
                        null,
                        null,
                        null,
                        usual,
                        null,
                        new Coverage(Coverage.Unit.ACCOUNT_DAY, usual, usual + missing, usual + missing),
                        0,
                        view.now(),
                        METHOD,
                        EvidenceStatus.OK,
                        "ok"));
    }
}
