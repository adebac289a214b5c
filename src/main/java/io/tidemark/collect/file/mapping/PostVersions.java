package io.tidemark.collect.file.mapping;

import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import java.time.Instant;
import java.util.Optional;

/// What the rows of a table say about posts themselves.
final class PostVersions {
    private final ContentWords words;

    PostVersions(Mapping mapping) {
        words = new ContentWords(mapping.contentTypes());
    }

    PostVersion of(MappedRow row, Optional<Instant> publishedAt) {
        ContentType type = row.text(Role.CONTENT_TYPE).map(words::type).orElse(ContentType.UNKNOWN);
        return new PostVersion(
                publishedAt.orElse(null),
                row.isPublishedDayOnly(),
                ContentWords.placement(type),
                ContentWords.format(type),
                row.textOrNull(Role.TEXT),
                row.textOrNull(Role.PERMALINK),
                Boosted.UNKNOWN,
                false);
    }
}
