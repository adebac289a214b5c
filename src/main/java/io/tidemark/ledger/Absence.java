package io.tidemark.ledger;

import java.util.Locale;

/// Why a value is missing.
public enum Absence {
    NOT_PROVIDED,
    NOT_PERMITTED,
    NOT_COLLECTED,
    BELOW_THRESHOLD,
    EXPIRED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
