package io.tidemark.serve.imports;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Filters;
import io.tidemark.analytics.Overview;
import io.tidemark.analytics.OverviewAnswer;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.PeriodChoice;
import io.tidemark.analytics.Range;
import io.tidemark.analytics.insight.feed.Feed;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.serve.analytics.InsightsView;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/// What a file would tell about its accounts if it were imported: the same answers that the analytics give.
///
/// @param overview of the days that the file covers; of everything where it names no days
record ImportPreview(OverviewAnswer overview, InsightsView insights) {
    static ImportPreview of(ImportReport report, Frame frame, Instant now) {
        AnalyticsQuery query = AnalyticsQuery.DEFAULT
                .over(period(report))
                .with(new Filters(Set.of(), accounts(report, frame), Set.of(), Set.of()));
        return new ImportPreview(
                Overview.compute(frame, query, now),
                InsightsView.of(Feed.of(frame, query, now).answer()));
    }

    private static PeriodChoice period(ImportReport report) {
        var covered = report.period();
        return covered == null
                ? new PeriodChoice.Named(Range.ALL)
                : new PeriodChoice.Dates(new Period(covered.from(), covered.to()));
    }

    private static Set<Long> accounts(ImportReport report, Frame frame) {
        return frame.accounts().stream()
                .filter(account -> report.accounts().stream().anyMatch(told -> isSame(told, account)))
                .map(FrameAccount::id)
                .collect(Collectors.toSet());
    }

    private static boolean isSame(ImportReport.ReportedAccount told, FrameAccount account) {
        return told.platform().equals(account.platform().key()) && told.handle().equalsIgnoreCase(account.handle());
    }
}
