package io.tidemark.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The one word for what a post is: its format, or its placement where that says more (reel, short, story, live,
/// reply).
public enum ContentType {
    TEXT,
    IMAGE,
    CAROUSEL,
    VIDEO,
    DOCUMENT,
    LINK,
    POLL,
    REEL,
    SHORT,
    STORY,
    LIVE,
    REPLY,
    UNKNOWN;

    private final String key = name().toLowerCase(Locale.ROOT);

    public static ContentType of(Placement placement, Format format) {
        return switch (placement) {
            case REEL -> REEL;
            case SHORT -> SHORT;
            case STORY -> STORY;
            case LIVE -> LIVE;
            case REPLY -> REPLY;
            case FEED ->
                switch (format) {
                    case TEXT -> TEXT;
                    case IMAGE -> IMAGE;
                    case CAROUSEL -> CAROUSEL;
                    case VIDEO -> VIDEO;
                    case DOCUMENT -> DOCUMENT;
                    case LINK -> LINK;
                    case POLL -> POLL;
                    case UNKNOWN -> UNKNOWN;
                };
        };
    }

    public String key() {
        return key;
    }

    public static Optional<ContentType> find(String key) {
        return Arrays.stream(values()).filter(t -> t.key().equals(key)).findFirst();
    }
}
