package io.tidemark.collect.file.tools;

import io.tidemark.collect.file.table.Vocabulary;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Format;
import io.tidemark.metric.Placement;
import java.util.Map;

/// What a tool's word for the kind of a post means.
record PostKind(Placement placement, Format format) {
    private static final PostKind UNKNOWN = feed(Format.UNKNOWN);
    private static final Map<String, PostKind> WORDS = Map.ofEntries(
            Map.entry("status", feed(Format.TEXT)),
            Map.entry("text", feed(Format.TEXT)),
            Map.entry("link", feed(Format.LINK)),
            Map.entry("article", feed(Format.LINK)),
            Map.entry("photo", feed(Format.IMAGE)),
            Map.entry("image", feed(Format.IMAGE)),
            Map.entry("gif", feed(Format.IMAGE)),
            Map.entry("album", feed(Format.CAROUSEL)),
            Map.entry("carousel", feed(Format.CAROUSEL)),
            Map.entry("carousel_album", feed(Format.CAROUSEL)),
            Map.entry("photos", feed(Format.CAROUSEL)),
            Map.entry("video", feed(Format.VIDEO)),
            Map.entry("document", feed(Format.DOCUMENT)),
            Map.entry("pdf", feed(Format.DOCUMENT)),
            Map.entry("poll", feed(Format.POLL)),
            Map.entry("reel", new PostKind(Placement.REEL, Format.VIDEO)),
            Map.entry("reels", new PostKind(Placement.REEL, Format.VIDEO)),
            Map.entry("short", new PostKind(Placement.SHORT, Format.VIDEO)),
            Map.entry("story", new PostKind(Placement.STORY, Format.UNKNOWN)));

    private static PostKind feed(Format format) {
        return new PostKind(Placement.FEED, format);
    }

    static PostKind of(String word) {
        return WORDS.getOrDefault(Vocabulary.normalise(word), UNKNOWN);
    }

    ContentType contentType() {
        return ContentType.of(placement, format);
    }
}
