package io.tidemark.metric;

/// Where on its platform a post appears.
public enum Placement {
    FEED,
    REEL,
    SHORT,
    STORY,
    LIVE,
    REPLY
}
