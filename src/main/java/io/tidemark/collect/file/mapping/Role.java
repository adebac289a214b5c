package io.tidemark.collect.file.mapping;

/// What a column of a mapped table holds.
public enum Role {
    /// The platform's id of the post. Several columns make one id together.
    POST_ID(true),
    PERMALINK(true),
    TEXT(true),
    PUBLISHED_AT(true),
    /// The time of day, where it stands beside the day of publication.
    PUBLISHED_TIME(true),
    /// Words such as "Photo" or "Reel".
    CONTENT_TYPE(true),
    DAY(false),
    /// When the tool read the numbers of the row.
    OBSERVED_AT(false),
    PLATFORM(false),
    ACCOUNT(false),
    /// A metric of the dictionary. Columns of one metric that adds are added up.
    METRIC(false),
    /// A number that only this tool knows: kept as a breakdown, never added to a metric.
    NATIVE(false),
    IGNORED(false);

    private final boolean describesPost;

    Role(boolean describesPost) {
        this.describesPost = describesPost;
    }

    boolean describesPost() {
        return describesPost;
    }

    boolean repeats() {
        return this == POST_ID || this == METRIC || this == NATIVE || this == IGNORED;
    }
}
