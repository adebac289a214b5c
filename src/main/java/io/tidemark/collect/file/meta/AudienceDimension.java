package io.tidemark.collect.file.meta;

import java.util.Arrays;
import java.util.Optional;

/// What the parts of an audience table are.
enum AudienceDimension {
    AGE_GENDER("age & gender", "age_gender", "followers_percent"),
    COUNTRY("top countries", "geography", "followers_percent"),
    CITY("top cities", "city", "followers_percent"),
    FORMAT("top content formats", "content_format", "content_percent");

    private final String title;
    private final String key;
    private final String metric;

    AudienceDimension(String title, String key, String metric) {
        this.title = title;
        this.key = key;
        this.metric = metric;
    }

    /// @param title normalised
    static Optional<AudienceDimension> of(String title) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.title.equals(title))
                .findFirst();
    }

    String key() {
        return key;
    }

    String metric() {
        return metric;
    }
}
