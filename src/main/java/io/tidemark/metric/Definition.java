package io.tidemark.metric;

/// How a derived number is computed. A definition never changes: another way of computing is another version.
///
/// @param id name and version, such as `engagement/1`
/// @param formula what is computed, in plain words
public record Definition(String id, String title, String formula) {}
