package io.tidemark.collect.file.table;

/// One of the answers to a question that a file leaves open.
///
/// @param key what to answer with
/// @param title for people
public record Choice(String key, String title) {}
