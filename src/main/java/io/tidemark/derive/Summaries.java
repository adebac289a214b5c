package io.tidemark.derive;

import io.tidemark.analytics.Basis;
import io.tidemark.analytics.Summary;
import io.tidemark.ledger.SummaryDifference;
import java.time.LocalDate;
import java.util.List;

/// From summaries as they are computed to summaries as they are stored.
final class Summaries {
    private Summaries() {}

    static List<SummaryDifference> differences(List<Summary> summaries) {
        return summaries.stream().map(Summaries::difference).toList();
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
                summary::thousandths,
                summary::reporting);
    }
}
