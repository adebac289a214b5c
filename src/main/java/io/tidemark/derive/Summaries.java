package io.tidemark.derive;

import io.tidemark.analytics.Basis;
import io.tidemark.analytics.Summary;
import io.tidemark.ledger.SummaryDifference;
import io.tidemark.ledger.SummaryRow;
import java.time.LocalDate;
import java.util.List;

/// From summaries as they are computed to summaries as they are stored.
final class Summaries {
    private static final double THOUSAND = 1_000;

    private Summaries() {}

    static List<SummaryDifference> differences(List<Summary> summaries) {
        return summaries.stream().map(Summaries::difference).toList();
    }

    /// As the row that the differences of a summary add up to.
    static SummaryRow row(Summary summary) {
        SummaryDifference whole = difference(summary);
        return new SummaryRow(
                whole.accountId(),
                whole.contentType().key(),
                whole.basis(),
                whole.granularity(),
                whole.start(),
                whole.posts(),
                null,
                metric -> summary.reporting(metric) == 0 ? Double.NaN : summary.thousandths(metric) / THOUSAND,
                whole.reporting(),
                whole.estimated(),
                whole.open(),
                whole.imported(),
                null);
    }

    private static SummaryDifference difference(Summary summary) {
        Summary.Key key = summary.key();
        boolean activity = key.basis() == Basis.ACTIVITY;
        return new SummaryDifference(
                key.accountId(),
                key.contentType(),
                key.basis().key(),
                key.period().key(),
                LocalDate.ofEpochDay(key.start()),
                summary.posts(),
                activity ? summary.estimated() : null,
                activity ? summary.open() : null,
                activity ? summary.imported() : null,
                summary::thousandths,
                summary::reporting);
    }
}
