package io.tidemark.ledger;

import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Format;
import io.tidemark.metric.Placement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a source says about a post itself, apart from its numbers.
public record PostVersion(
        @Nullable Instant publishedAt,
        Placement placement,
        Format format,
        @Nullable String text,
        @Nullable String url,
        Boosted boosted,
        boolean deleted) {
    public ContentType contentType() {
        return ContentType.of(placement, format);
    }

    /// The later version, with what it leaves open taken from this one: its placement too where it does not know what
    /// the post is.
    public PostVersion then(PostVersion later) {
        return new PostVersion(
                later.publishedAt != null ? later.publishedAt : publishedAt,
                later.contentType() != ContentType.UNKNOWN ? later.placement : placement,
                later.format != Format.UNKNOWN ? later.format : format,
                later.text != null ? later.text : text,
                later.url != null ? later.url : url,
                later.boosted != Boosted.UNKNOWN ? later.boosted : boosted,
                later.deleted);
    }
}
