package io.tidemark.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The source about to be appended.
///
/// @param sourceId leased from a leased block so that progress can be asked for before anything is stored
/// @param format the file format or the connector, such as `linkedin_page_content`
/// @param name the file's name as the user knows it
/// @param contentHash hex SHA-256 of the file (or of the response set): the tie-breaker between sources of one instant,
///     and what tells a file that was imported before
/// @param observedAt when the source spoke, as a whole
public record SourceSpec(
        long sourceId,
        Kind kind,
        String format,
        String name,
        String contentHash,
        @Nullable Instant observedAt) {
    public enum Kind {
        FILE,
        SYNC
    }
}
