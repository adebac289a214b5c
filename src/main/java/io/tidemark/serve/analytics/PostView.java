package io.tidemark.serve.analytics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tidemark.analytics.post.PostRow;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.Label;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Marks;
import io.tidemark.ledger.PostText;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A post of a list as it is shown.
///
/// @param externalId the first of its names on its platform; `aliases` has all of them
/// @param thumbnail the address of a small picture on this server; null while none is kept
record PostView(
        long id,
        @Nullable String externalId,
        Platform platform,
        Account account,
        Instant publishedAt,
        ContentType contentType,
        Boosted boosted,
        boolean deleted,
        @JsonUnwrapped Marks marks,
        @Nullable String text,
        @Nullable String url,
        @Nullable String thumbnail,
        List<Alias> aliases,
        List<Label> labels,
        Map<String, PostRow.Value> metrics,
        @Nullable Double engagement,
        @Nullable Double engagementRate,
        Denominator engagementRateBy) {

    record Account(long id, String handle, String name) {
        static Account of(FrameAccount account) {
            return new Account(account.id(), account.handle(), account.name());
        }
    }

    /// @param text null where it could not be found: the post is shown without it
    static PostView of(PostRow row, @Nullable PostText text, @Nullable String thumbnail) {
        List<Alias> aliases = text == null ? List.of() : text.aliases();
        return new PostView(
                row.id(),
                aliases.isEmpty() ? null : aliases.getFirst().externalId(),
                row.platform(),
                Account.of(row.account()),
                row.publishedAt(),
                row.contentType(),
                row.boosted(),
                text != null && text.deleted(),
                text == null ? Marks.UNKNOWN : text.marks(),
                text == null ? null : text.text(),
                text == null ? null : text.url(),
                thumbnail,
                aliases,
                row.labels(),
                row.metrics(),
                row.engagement(),
                row.engagementRate(),
                row.engagementRateBy());
    }
}
