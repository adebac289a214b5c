package io.tidemark.serve.export;

import io.tidemark.analytics.Filters;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.View;
import io.tidemark.frame.FrameAccount;
import io.tidemark.ledger.ExportColumn;
import io.tidemark.ledger.ExportColumn.Kind;
import io.tidemark.ledger.ExportQuery;
import io.tidemark.ledger.ExportTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads the rows of a dataset that the filters let through.
final class TableRows {
    private final ExportRequest request;
    private final Exports.Moment moment;
    private final Instant now;

    TableRows(ExportRequest request, Exports.Moment moment, Instant now) {
        this.request = request;
        this.moment = moment;
        this.now = now;
    }

    void forEach(Dataset dataset, ExportTable table, RowWriter writer) throws IOException {
        refuseUnknownGroups();
        try {
            switch (dataset) {
                case POSTS, SNAPSHOTS -> ofPosts(table, writer);
                case SUMMARIES -> summaries(table, writer);
                case DAILY, BREAKDOWNS -> copied(table, writer, null);
                case METADATA -> throw new IllegalArgumentException("The metadata are no rows");
            }
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private void ofPosts(ExportTable table, RowWriter writer) {
        Filters filters = request.query().filters();
        PostIds posts = filters.narrowPosts() ? PostIds.of(moment.frame(request.asOf()), filters, now) : null;
        Instant asOf = request.asOf();
        if (table == ExportTable.POSTS && asOf != null) {
            PastPosts past = new PastPosts(request, moment.accounts(), posts, writer);
            moment.postsAsOf(asOf, past::write);
        } else {
            copied(table, writer, posts);
        }
    }

    private void summaries(ExportTable table, RowWriter writer) {
        Instant asOf = request.asOf();
        if (asOf == null) {
            copied(table, writer, null);
        } else {
            PastSummaries past = new PastSummaries(query(table), moment.accounts(), writer);
            moment.summariesAsOf(asOf, past::write);
        }
    }

    /// @param posts null for all; else the first column is the post
    private void copied(ExportTable table, RowWriter writer, @Nullable PostIds posts) {
        List<ExportColumn> columns = table.columns();
        int[] times = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).kind() == Kind.TIME)
                .toArray();
        Row row = new Row(columns.size());
        moment.rows(query(table), line -> {
            row.takeCopyLine(line);
            if (posts == null || posts.contains(row.number(0))) {
                for (int time : times) {
                    row.asTime(time);
                }
                write(writer, row);
            }
        });
    }

    private static void write(RowWriter writer, Row row) {
        try {
            writer.row(row);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ExportQuery query(ExportTable table) {
        Period period = request.period();
        return new ExportQuery(
                table,
                request.asOf(),
                period == null ? null : period.from(),
                period == null ? null : period.to(),
                accounts(),
                request.query().filters().contentTypes().stream()
                        .map(type -> type.key())
                        .collect(Collectors.toSet()),
                ExportParameters.bases(request.query()),
                request.granularities());
    }

    /// Null for all.
    private @Nullable Set<Long> accounts() {
        Filters filters = request.query().filters();
        if (filters.platforms().isEmpty()
                && filters.accountIds().isEmpty()
                && filters.groups().isEmpty()) {
            return null;
        }
        return moment.accounts().stream()
                .filter(filters::accepts)
                .map(FrameAccount::id)
                .collect(Collectors.toSet());
    }

    /// A group that the business does not have is refused as in every answer, not taken for one without accounts.
    private void refuseUnknownGroups() {
        Filters filters = request.query().filters();
        if (!filters.groups().isEmpty()) {
            var _ = new View(moment.frame(request.asOf()), filters, now);
        }
    }
}
