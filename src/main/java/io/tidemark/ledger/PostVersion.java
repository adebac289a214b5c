package io.tidemark.ledger;

import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Format;
import io.tidemark.metric.Placement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a source says about a post itself, apart from its numbers.
///
/// @param publishedDayOnly whether the time is the beginning of a day, since the source knows no hour
public record PostVersion(
        @Nullable Instant publishedAt,
        boolean publishedDayOnly,
        Placement placement,
        Format format,
        @Nullable String text,
        @Nullable String url,
        Boosted boosted,
        boolean deleted,
        Marks marks) {
    /// Of a source that says nothing of what sets the post apart.
    public PostVersion(
            @Nullable Instant publishedAt,
            boolean publishedDayOnly,
            Placement placement,
            Format format,
            @Nullable String text,
            @Nullable String url,
            Boosted boosted,
            boolean deleted) {
        this(publishedAt, publishedDayOnly, placement, format, text, url, boosted, deleted, Marks.UNKNOWN);
    }

    /// Of a source that knows the time exactly, or not at all.
    public PostVersion(
            @Nullable Instant publishedAt,
            Placement placement,
            Format format,
            @Nullable String text,
            @Nullable String url,
            Boosted boosted,
            boolean deleted) {
        this(publishedAt, false, placement, format, text, url, boosted, deleted);
    }

    public PostVersion marked(Marks said) {
        return new PostVersion(publishedAt, publishedDayOnly, placement, format, text, url, boosted, deleted, said);
    }

    /// Whether it is only there because numbers were read.
    boolean saysNothing() {
        return publishedAt == null
                && contentType() == ContentType.UNKNOWN
                && text == null
                && url == null
                && boosted == Boosted.UNKNOWN
                && marks.equals(Marks.UNKNOWN)
                && !deleted;
    }

    public ContentType contentType() {
        return ContentType.of(placement, format);
    }

    /// The later version, with what it leaves open taken from this one: its placement too where it does not know what
    /// the post is, and its time of publication where it knows less of it.
    public PostVersion then(PostVersion later) {
        boolean timed =
                later.publishedAt != null && (!later.publishedDayOnly || publishedAt == null || publishedDayOnly);
        return new PostVersion(
                timed ? later.publishedAt : publishedAt,
                timed ? later.publishedDayOnly : publishedDayOnly,
                later.contentType() != ContentType.UNKNOWN ? later.placement : placement,
                later.format != Format.UNKNOWN ? later.format : format,
                later.text != null ? later.text : text,
                later.url != null ? later.url : url,
                later.boosted != Boosted.UNKNOWN ? later.boosted : boosted,
                later.deleted,
                marks.then(later.marks));
    }
}
