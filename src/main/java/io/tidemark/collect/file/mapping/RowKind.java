package io.tidemark.collect.file.mapping;

/// What a row of a mapped table is about.
public enum RowKind {
    /// A post with its counters to date.
    POSTS,
    /// A day of an account.
    ACCOUNT_DAYS,
    /// A day of a post.
    POST_DAYS,
    /// The level of an account, such as its followers, at a moment.
    ACCOUNT_LEVELS;

    boolean ofPosts() {
        return this == POSTS || this == POST_DAYS;
    }
}
