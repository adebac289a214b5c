package io.tidemark.analytics.insight.effect;

/// What of a post is looked at.
public enum EffectKind {
    CONTENT_TYPE,
    HASHTAG,
    /// Of the text.
    LENGTH,
    WEEKDAY,
    /// What a text does: link, ask, mention.
    TEXT
}
