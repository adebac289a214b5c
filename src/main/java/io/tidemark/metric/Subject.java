package io.tidemark.metric;

/// What a number is about: a post's cumulative counter, an account's calendar day, or an account as of now.
public enum Subject {
    POST,
    ACCOUNT_DAY,
    ACCOUNT
}
