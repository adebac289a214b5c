package io.tidemark.collect.file.tiktok;

import io.tidemark.collect.file.table.Cell;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Format;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A post as its link names it.
record TikTokVideo(String handle, Format format, String id) {
    private static final Pattern LINK = Pattern.compile(
            "tiktok\\.com/@(?<handle>[\\w.]+)/(?<kind>video|photo)/(?<id>\\d{15,19})(?!\\d)", Pattern.CASE_INSENSITIVE);

    static Optional<TikTokVideo> inLink(Cell cell) {
        Matcher link = LINK.matcher(cell.stripped());
        if (!link.find()) {
            return Optional.empty();
        }
        Format format = link.group("kind").equalsIgnoreCase("photo") ? Format.CAROUSEL : Format.VIDEO;
        return Optional.of(new TikTokVideo(link.group("handle"), format, link.group("id")));
    }

    Alias alias() {
        return new Alias("tiktok:video", id);
    }

    /// The upper half of an id is the second of creation.
    Instant createdAt() {
        return Instant.ofEpochSecond(Long.parseUnsignedLong(id) >>> 32);
    }
}
