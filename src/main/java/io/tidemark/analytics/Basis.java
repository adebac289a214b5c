package io.tidemark.analytics;

import java.util.Locale;

/// Which numbers belong to a period.
public enum Basis {
    /// What happened inside the period, on any post.
    ACTIVITY,
    /// The numbers, as of now, of the posts published inside the period.
    PUBLISHED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What may be asked for.
    public enum Choice {
        /// Activity where daily facts cover enough of the account-days in view, else published.
        AUTO,
        ACTIVITY,
        PUBLISHED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
