package io.tidemark.derive;

import io.tidemark.analytics.AnalyticsAggregator;
import io.tidemark.analytics.Basis;
import io.tidemark.analytics.Summary;
import io.tidemark.frame.AccountOrdinals;
import io.tidemark.frame.ActivityFrame;
import io.tidemark.metric.Metric;
import java.util.Comparator;
import java.util.List;

/// From summaries of what happened on posts to the columns of a frame.
final class Activities {
    private static final double THOUSAND = 1_000;

    private Activities() {}

    /// In the order in which the stored summaries of the present are read, so that sums come out the same.
    ///
    /// @param summaries which begin anew
    static ActivityFrame of(AnalyticsAggregator summaries, AccountOrdinals ordinals) {
        List<Summary> days = summaries.drainDays();
        days.removeIf(day -> day.key().basis() != Basis.ACTIVITY);
        days.sort(Comparator.<Summary>comparingInt(day -> day.key().start())
                .thenComparingLong(day -> day.key().accountId())
                .thenComparing(day -> day.key().contentType().key()));
        ActivityFrame.Builder frame = ActivityFrame.builder(days.size());
        for (Summary day : days) {
            add(day, ordinals.of(day.key().accountId()), frame);
        }
        return frame.build();
    }

    private static void add(Summary day, int account, ActivityFrame.Builder frame) {
        frame.row(account, day.key().start(), day.key().contentType(), day.estimated() > 0, day.open() > 0);
        if (day.imported() > 0) {
            frame.markImported();
        }
        for (Metric metric : Metric.values()) {
            if (day.reporting(metric) > 0) {
                frame.set(metric, day.thousandths(metric) / THOUSAND);
            }
        }
    }
}
