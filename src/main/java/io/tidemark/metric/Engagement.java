package io.tidemark.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which acts count as engagement: those that everybody can see, or clicks as well.
public enum Engagement {
    PUBLIC,
    WITH_CLICKS;

    /// The stable name in the API and in settings.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Definition definition() {
        return switch (this) {
            case PUBLIC -> Definitions.ENGAGEMENT;
            case WITH_CLICKS -> Definitions.ENGAGEMENT_WITH_CLICKS;
        };
    }

    public static Optional<Engagement> find(String key) {
        return Arrays.stream(values()).filter(e -> e.key().equals(key)).findFirst();
    }
}
