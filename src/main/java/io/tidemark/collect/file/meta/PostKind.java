package io.tidemark.collect.file.meta;

import io.tidemark.metric.Format;
import io.tidemark.metric.Placement;
import java.util.List;
import java.util.Locale;

/// Where a post appeared and what it consists of, as the column of types says it in several languages: `Photos`,
/// `IG reel`, `Carrossel do IG`.
record PostKind(Placement placement, Format format) {
    static final PostKind UNKNOWN = new PostKind(Placement.FEED, Format.UNKNOWN);
    static final PostKind VIDEO = new PostKind(Placement.FEED, Format.VIDEO);

    /// What a word in the type means; the first that occurs counts.
    private record Word(String text, PostKind kind) {}

    private static final List<Word> WORDS = List.of(
            new Word("reel", new PostKind(Placement.REEL, Format.VIDEO)),
            new Word("stor", new PostKind(Placement.STORY, Format.UNKNOWN)),
            new Word("live", new PostKind(Placement.LIVE, Format.VIDEO)),
            new Word("carousel", new PostKind(Placement.FEED, Format.CAROUSEL)),
            new Word("carrossel", new PostKind(Placement.FEED, Format.CAROUSEL)),
            new Word("album", new PostKind(Placement.FEED, Format.CAROUSEL)),
            new Word("photo", new PostKind(Placement.FEED, Format.IMAGE)),
            new Word("foto", new PostKind(Placement.FEED, Format.IMAGE)),
            new Word("imag", new PostKind(Placement.FEED, Format.IMAGE)),
            new Word("video", VIDEO),
            new Word("vídeo", VIDEO),
            new Word("link", new PostKind(Placement.FEED, Format.LINK)),
            new Word("text", new PostKind(Placement.FEED, Format.TEXT)),
            new Word("status", new PostKind(Placement.FEED, Format.TEXT)));

    static PostKind of(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return WORDS.stream()
                .filter(word -> lower.contains(word.text))
                .findFirst()
                .map(Word::kind)
                .orElse(UNKNOWN);
    }

    boolean isVideo() {
        return format == Format.VIDEO;
    }
}
