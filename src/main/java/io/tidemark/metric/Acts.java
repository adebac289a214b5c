package io.tidemark.metric;

import java.util.List;

/// What people do with a post, where platforms have different words for it.
public enum Acts {
    /// Passing it on: those of shares, reposts and quotes that the platform counts separately. Virality divides it by
    /// exposures; nothing stands in for it where a platform does not provide it.
    FORWARDS,
    /// Showing that they like it: reactions of all kinds, likes where the platform has no kinds.
    APPLAUSE;

    private static final int SUBJECTS = Subject.values().length;
    private static final int TYPES = ContentType.values().length;

    private static final EngagementTerms[] TERMS = allTerms();

    public EngagementTerms terms(Platform platform, Subject subject, ContentType type) {
        return TERMS[cell(this, platform, subject, type)];
    }

    private static EngagementTerms[] allTerms() {
        EngagementTerms[] terms = new EngagementTerms[values().length * Platform.values().length * SUBJECTS * TYPES];
        for (Acts acts : values()) {
            for (Platform platform : Platform.values()) {
                for (Subject subject : Subject.values()) {
                    for (ContentType type : ContentType.values()) {
                        terms[cell(acts, platform, subject, type)] =
                                Engagements.build(acts.metrics(platform), platform, subject, type);
                    }
                }
            }
        }
        return terms;
    }

    private List<Metric> metrics(Platform platform) {
        return switch (this) {
            case FORWARDS -> List.of(Metric.SHARES, Metric.REPOSTS, Metric.QUOTES);
            case APPLAUSE -> List.of(Engagements.firstProvided(platform, Metric.REACTIONS, Metric.LIKES));
        };
    }

    private static int cell(Acts acts, Platform platform, Subject subject, ContentType type) {
        int of = acts.ordinal() * Platform.values().length + platform.ordinal();
        return (of * SUBJECTS + subject.ordinal()) * TYPES + type.ordinal();
    }
}
