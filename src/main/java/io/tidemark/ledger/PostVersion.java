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
}
