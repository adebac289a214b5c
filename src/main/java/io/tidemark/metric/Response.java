package io.tidemark.metric;

import java.util.Locale;

/// The ways in which people respond to a post: pass it on, applaud, talk. Each adds up terms that are fixed per
/// platform and content type, as an engagement does ([Engagements]). Measured per post, so only on the published
/// basis: activity of a period belongs to posts of any age.
public enum Response {
    /// Passing on: those of shares, reposts and quotes that the platform counts separately.
    AMPLIFICATION,
    /// Applauding: reactions, or likes where the platform has no kinds of reactions.
    APPLAUSE,
    /// Talking: comments.
    CONVERSATION;

    /// The stable name in the API.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Definition definition() {
        return switch (this) {
            case AMPLIFICATION -> Definitions.AMPLIFICATION;
            case APPLAUSE -> Definitions.APPLAUSE;
            case CONVERSATION -> Definitions.CONVERSATION;
        };
    }

    /// What is added up for items of a kind; no metrics where the platform provides none of them for its posts.
    public EngagementTerms terms(Platform platform, Subject subject, ContentType type) {
        return ResponseTerms.of(this, platform, subject, type);
    }

    /// Whether the platform counts it for any of its posts.
    public boolean isProvided(Platform platform) {
        return ResponseTerms.isProvided(this, platform);
    }
}
