package io.tidemark.collect.file.mapping;

/// In which order a table writes day, month and year.
public enum DateOrder {
    YMD("YYYY-MM-DD"),
    DMY("DD/MM/YYYY"),
    MDY("MM/DD/YYYY"),
    EPOCH_SECONDS("seconds since 1970"),
    EPOCH_MILLISECONDS("milliseconds since 1970");

    private final String shown;

    DateOrder(String shown) {
        this.shown = shown;
    }

    /// As people write it.
    String shown() {
        return shown;
    }

    boolean isEpoch() {
        return this == EPOCH_SECONDS || this == EPOCH_MILLISECONDS;
    }
}
