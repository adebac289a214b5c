package io.tidemark.metric;

/// What a post consists of.
public enum Format {
    TEXT,
    IMAGE,
    CAROUSEL,
    VIDEO,
    DOCUMENT,
    LINK,
    POLL,
    UNKNOWN
}
