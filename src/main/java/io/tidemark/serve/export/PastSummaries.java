package io.tidemark.serve.export;

import io.tidemark.frame.FrameAccount;
import io.tidemark.ledger.ExportQuery;
import io.tidemark.ledger.SummaryRow;
import io.tidemark.metric.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes summaries as they stood at an instant: the same columns as of the present, in the same order.
final class PastSummaries {
    private final ExportQuery query;
    private final Map<Long, FrameAccount> accounts;
    private final RowWriter writer;
    private final Row row;

    /// @param accounts of the business, filtered or not
    PastSummaries(ExportQuery query, List<FrameAccount> accounts, RowWriter writer) {
        this.query = query;
        this.accounts = accounts.stream().collect(Collectors.toMap(FrameAccount::id, Function.identity()));
        this.writer = writer;
        row = new Row(query.table().columns().size());
    }

    void write(SummaryRow summary) {
        FrameAccount account = accounts.get(summary.accountId());
        if (account == null || !wanted(summary)) {
            return;
        }
        fill(summary, account);
        try {
            writer.row(row);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean wanted(SummaryRow summary) {
        LocalDate from = query.from();
        LocalDate to = query.to();
        Set<Long> among = query.accounts();
        return (among == null || among.contains(summary.accountId()))
                && (from == null || !summary.start().isBefore(from))
                && (to == null || !summary.start().isAfter(to))
                && among(query.contentTypes(), summary.contentType())
                && among(query.bases(), summary.basis())
                && among(query.granularities(), summary.granularity());
    }

    private static boolean among(Set<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private void fill(SummaryRow summary, FrameAccount account) {
        row.clear()
                .add(account.id())
                .add(account.platform().key())
                .add(account.handle())
                .add(account.owned())
                .add(summary.contentType())
                .add(summary.basis())
                .add(summary.granularity())
                .add(summary.start().toString());
        count(summary.posts());
        row.add(summary.observedAt());
        for (Metric metric : Metric.values()) {
            row.add(summary.values().applyAsDouble(metric));
        }
        for (Metric metric : Metric.values()) {
            if (metric.ofPosts()) {
                int reporting = summary.reporting().applyAsInt(metric);
                count(reporting == 0 ? null : reporting);
            }
        }
        count(summary.estimated());
        count(summary.open());
        count(summary.imported());
        count(summary.importedFollowers());
    }

    private void count(@Nullable Integer count) {
        row.add(count == null ? null : count.toString());
    }
}
