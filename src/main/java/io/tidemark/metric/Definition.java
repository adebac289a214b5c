package io.tidemark.metric;

/// What a number is. A definition never changes: another way of counting or computing is another version.
///
/// @param id name and version, such as `engagement/1`
/// @param formula what is counted or computed, in plain words
public record Definition(String id, String title, String formula) {}
