package io.tidemark.app;

import io.tidemark.derive.PostsAsOf;
import io.tidemark.derive.SummariesAsOf;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.ledger.ExportQuery;
import io.tidemark.ledger.ExportReader;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.PostCurrent;
import io.tidemark.ledger.SummaryRow;
import io.tidemark.ledger.Versions;
import io.tidemark.serve.analytics.Frames;
import io.tidemark.serve.export.Exports;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Exports from the ledger. One transaction that sees one state is open for as long as the work lasts; whatever the
/// thread reads meanwhile, frames included, joins it.
final class LedgerExports implements Exports {
    private final Ledger ledger;
    private final Frames frames;

    LedgerExports(Ledger ledger, Frames frames) {
        this.ledger = ledger;
        this.frames = frames;
    }

    @Override
    public void atOneMoment(long businessId, Consumer<Moment> work) {
        ledger.export(businessId, reader -> {
            work.accept(new OfLedger(businessId, reader));
            return reader.versions();
        });
    }

    private final class OfLedger implements Moment {
        private final long businessId;
        private final ExportReader reader;

        OfLedger(long businessId, ExportReader reader) {
            this.businessId = businessId;
            this.reader = reader;
        }

        @Override
        public Versions versions() {
            return reader.versions();
        }

        @Override
        public List<FrameAccount> accounts() {
            return reader.accounts();
        }

        /// The kept frame, unless another thread loaded it at a later moment than ours.
        @Override
        public Frame frame(@Nullable Instant asOf) {
            Frame kept = frames.frame(businessId, asOf);
            boolean ours = asOf != null || kept.dataVersion() == versions().data();
            return ours ? kept : ledger.frame(businessId);
        }

        @Override
        public void rows(ExportQuery query, Consumer<byte[]> consumer) {
            reader.rows(query, consumer);
        }

        @Override
        public void postsAsOf(Instant asOf, Consumer<PastPost> consumer) {
            new PostsAsOf(ledger).forEach(businessId, asOf, posts -> {
                List<Long> ids = posts.stream().map(PostCurrent::postId).toList();
                Map<Long, String> names = reader.externalIds(ids);
                Map<Long, String> labels = reader.labels(ids);
                posts.forEach(post ->
                        consumer.accept(new PastPost(post, names.get(post.postId()), labels.get(post.postId()))));
            });
        }

        @Override
        public void summariesAsOf(Instant asOf, Consumer<SummaryRow> consumer) {
            new SummariesAsOf(ledger).forEach(businessId, asOf, consumer);
        }
    }
}
