package io.tidemark.serve.export;

import io.tidemark.analytics.Period;
import io.tidemark.frame.FrameAccount;
import io.tidemark.ledger.ExportTable;
import io.tidemark.ledger.PostCurrent;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes posts as they stood at an instant: the same columns as of the present, in the same order.
final class PastPosts {
    private final ExportRequest request;
    private final Map<Long, FrameAccount> accounts = new HashMap<>();
    private final @Nullable PostIds posts;
    private final RowWriter writer;
    private final Row row = new Row(ExportTable.POSTS.columns().size());

    /// @param accounts of the business, filtered or not
    /// @param posts null for all
    PastPosts(ExportRequest request, List<FrameAccount> accounts, @Nullable PostIds posts, RowWriter writer) {
        this.request = request;
        this.posts = posts;
        this.writer = writer;
        accounts.stream()
                .filter(request.query().filters()::accepts)
                .forEach(account -> this.accounts.put(account.id(), account));
    }

    void write(Exports.PastPost past) {
        PostCurrent post = past.post();
        FrameAccount account = accounts.get(post.accountId());
        if (account == null || !inPeriod(post.version().publishedAt())) {
            return;
        }
        if (posts != null && !posts.contains(post.postId())) {
            return;
        }
        fill(past, account);
        try {
            writer.row(row);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean inPeriod(@Nullable Instant publishedAt) {
        Period period = request.period();
        return period == null
                || (publishedAt != null
                        && period.contains(
                                LocalDate.ofInstant(publishedAt, request.owner().zone())));
    }

    private void fill(Exports.PastPost past, FrameAccount account) {
        PostCurrent post = past.post();
        PostVersion version = post.version();
        row.clear()
                .add(post.postId())
                .add(account.id())
                .add(account.platform().key())
                .add(account.handle())
                .add(account.owned())
                .add(past.externalIds())
                .add(version.publishedAt())
                .add(version.contentType().key())
                .add(version.boosted().key())
                .add(version.deleted())
                .add(version.text())
                .add(version.url());
        for (Metric metric : Metric.values()) {
            if (metric.ofPosts()) {
                row.add(post.values().orNaN(metric));
            }
        }
        row.add(post.engagement())
                .add(post.engagementRate())
                .add(post.ctr())
                .add(past.labels())
                .add(version.marks().collab())
                .add(version.marks().crosspost());
    }
}
