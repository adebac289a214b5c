package io.tidemark.collect.file.mapping;

import io.tidemark.collect.file.table.Vocabulary;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Format;
import io.tidemark.metric.Placement;
import java.util.HashMap;
import java.util.Map;

/// What tools call the kinds of posts.
final class ContentWords {
    private static final Map<String, ContentType> KNOWN = Map.ofEntries(
            Map.entry("text", ContentType.TEXT),
            Map.entry("status", ContentType.TEXT),
            Map.entry("tweet", ContentType.TEXT),
            Map.entry("image", ContentType.IMAGE),
            Map.entry("photo", ContentType.IMAGE),
            Map.entry("picture", ContentType.IMAGE),
            Map.entry("pin", ContentType.IMAGE),
            Map.entry("carousel", ContentType.CAROUSEL),
            Map.entry("carousel_album", ContentType.CAROUSEL),
            Map.entry("album", ContentType.CAROUSEL),
            Map.entry("gallery", ContentType.CAROUSEL),
            Map.entry("video", ContentType.VIDEO),
            Map.entry("document", ContentType.DOCUMENT),
            Map.entry("pdf", ContentType.DOCUMENT),
            Map.entry("link", ContentType.LINK),
            Map.entry("article", ContentType.LINK),
            Map.entry("poll", ContentType.POLL),
            Map.entry("reel", ContentType.REEL),
            Map.entry("reels", ContentType.REEL),
            Map.entry("short", ContentType.SHORT),
            Map.entry("shorts", ContentType.SHORT),
            Map.entry("story", ContentType.STORY),
            Map.entry("live", ContentType.LIVE),
            Map.entry("reply", ContentType.REPLY));

    private final Map<String, ContentType> words = new HashMap<>(KNOWN);

    /// @param more words of one table, which win
    ContentWords(Map<String, ContentType> more) {
        more.forEach((word, type) -> words.put(Vocabulary.normalise(word), type));
    }

    boolean knows(String word) {
        return words.containsKey(Vocabulary.normalise(word));
    }

    ContentType type(String word) {
        return words.getOrDefault(Vocabulary.normalise(word), ContentType.UNKNOWN);
    }

    static Placement placement(ContentType type) {
        return switch (type) {
            case REEL -> Placement.REEL;
            case SHORT -> Placement.SHORT;
            case STORY -> Placement.STORY;
            case LIVE -> Placement.LIVE;
            case REPLY -> Placement.REPLY;
            case TEXT, IMAGE, CAROUSEL, VIDEO, DOCUMENT, LINK, POLL, UNKNOWN -> Placement.FEED;
        };
    }

    static Format format(ContentType type) {
        return switch (type) {
            case TEXT -> Format.TEXT;
            case IMAGE -> Format.IMAGE;
            case CAROUSEL -> Format.CAROUSEL;
            case VIDEO, REEL, SHORT, LIVE -> Format.VIDEO;
            case DOCUMENT -> Format.DOCUMENT;
            case LINK -> Format.LINK;
            case POLL -> Format.POLL;
            case STORY, REPLY, UNKNOWN -> Format.UNKNOWN;
        };
    }
}
