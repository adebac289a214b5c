package io.tidemark.serve.export;

import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.ledger.ExportQuery;
import io.tidemark.ledger.PostCurrent;
import io.tidemark.ledger.SummaryRow;
import io.tidemark.ledger.Versions;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where exports are read from.
public interface Exports {
    /// Work that sees one and the same state of a business from beginning to end.
    void atOneMoment(long businessId, Consumer<Moment> work);

    /// A business at one moment, for as long as the work lasts.
    interface Moment {
        Versions versions();

        /// All accounts, also those of others, in the order of their ids.
        List<FrameAccount> accounts();

        /// @param asOf null for the moment itself
        Frame frame(@Nullable Instant asOf);

        /// Hands over rows one by one in COPY's text format, at the pace of the consumer.
        void rows(ExportQuery query, Consumer<byte[]> consumer);

        /// Hands over posts as they stood at a past instant, at the pace of the consumer.
        void postsAsOf(Instant asOf, Consumer<PastPost> consumer);

        /// Hands over summaries as they stood at a past instant, at the pace of the consumer.
        void summariesAsOf(Instant asOf, Consumer<SummaryRow> consumer);
    }

    /// @param externalIds what platforms call the post, null where nothing is known
    /// @param labels that it carries today, null where it carries none
    record PastPost(
            PostCurrent post,
            @Nullable String externalIds,
            @Nullable String labels) {}
}
